namespace Tiny.Bench.Cli;

/// <summary>The command line asks for something that cannot be done; the text says what can.</summary>
internal sealed class RequestException(string message) : Exception(message);
