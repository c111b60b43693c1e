using Tiny.Bench.Boards.Systems;
using Tiny.Bench.Boards.Targets;
using Tiny.Bench.Core;
using Tiny.Bench.Datasets.Fetching;
using Tiny.Bench.Reference;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Reference.Quantizing;

namespace Tiny.Bench.Cli;

/// <summary>An error as the user meets it. An exception that is not listed here is our fault and keeps its stack trace.</summary>
internal sealed record Failure(int ExitCode, string Text)
{
    /// <summary>The exit code that belongs to an error; null for our own faults.</summary>
    public static Failure? Of(Exception exception) => exception switch
    {
        OperationCanceledException => new Failure(Cli.ExitCode.Interrupted, "interrupted"),
        RequestException or MissingFileException or SuiteException or TargetAddressException
            or FetchException { Fault: FetchFault.Unverified or FetchFault.NotAvailable }
            or InputSizeException or UnsupportedOperatorException or QuantizationException or ModelDoesNotFitException or UnknownBoardException =>
            new Failure(Cli.ExitCode.BadRequest, exception.Message),
        TinyBenchException or ReferenceException or IOException or UnauthorizedAccessException =>
            new Failure(Cli.ExitCode.WorldFailed, exception.Message),
        _ => null,
    };
}
