using System.CommandLine;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Cli.Commands;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    public static Option<bool> Json() => new("--json") { Description = "Print one JSON document on standard output." };

    public static Option<string?> Models() => new("--models")
    {
        Description = "Folder of the .tflite files. Default: TINYBENCH_MODELS, then the user's cache.",
        HelpName = "DIR",
    };

    public static Option<string?> Datasets() => new("--datasets")
    {
        Description = "Folder of the data sets in the official layout. Default: TINYBENCH_DATASETS, then the user's cache.",
        HelpName = "DIR",
    };

    /// <summary>The rounding; an unknown name is refused with the list of known ones.</summary>
    public static Option<string> DialectName()
    {
        var option = new Option<string>("--dialect")
        {
            Description = "The rounding to compute with.",
            DefaultValueFactory = _ => Dialect.DoubleRounding.Name(),
        };
        option.AcceptOnlyFromAmong([.. Dialects.All.Select(dialect => dialect.Name())]);
        return option;
    }

    /// <summary>What <see cref="DialectName"/> was given.</summary>
    public static Dialect DialectOf(ParseResult parsed, Option<string> option) =>
        Dialects.TryParse(parsed.GetRequiredValue(option), out Dialect dialect)
            ? dialect
            : throw new RequestException($"--dialect {parsed.GetValue(option)} is not known");
}
