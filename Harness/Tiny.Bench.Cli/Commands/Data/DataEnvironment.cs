using Tiny.Bench.Datasets.Fetching;

namespace Tiny.Bench.Cli.Commands.Data;

/// <summary>What the commands find outside the program; a test puts its own in.</summary>
internal sealed record DataEnvironment
{
    /// <summary>Reads an environment variable.</summary>
    public Func<string, string?> Variables { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>The user's cache.</summary>
    public CacheFolders Cache => CacheFolders.OfUser(Variables);
}
