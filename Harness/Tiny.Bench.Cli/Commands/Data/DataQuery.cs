using System.CommandLine;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Datasets.Catalog;
using Tiny.Bench.Datasets.Checking;

namespace Tiny.Bench.Cli.Commands.Data;

/// <summary>What a command that only looks is asked: which items, in which folders.</summary>
internal sealed class DataQuery(DataEnvironment environment)
{
    private readonly Argument<string[]> _names = DataOptions.Names();
    private readonly Option<string?> _catalog = DataOptions.Catalog();
    private readonly Option<string?> _models = CommonOptions.Models();
    private readonly Option<string?> _datasets = CommonOptions.Datasets();
    private readonly Option<bool> _json = CommonOptions.Json();

    /// <summary>A command with the arguments of the question.</summary>
    public Command CreateCommand(string name, string description) => new(name, description) { _names, _models, _datasets, _catalog, _json };

    /// <summary>What the names mean; everything without a name.</summary>
    /// <exception cref="RequestException">A name is neither an item nor a task.</exception>
    public IReadOnlyList<CatalogItem> Items(ParseResult parsed) => DataOptions.Select(DataCatalog.Load(parsed.GetValue(_catalog)), Names(parsed));

    /// <summary>The tasks of the starter pack that the names mean.</summary>
    public IReadOnlyList<BenchmarkTask> StarterTasks(ParseResult parsed) => environment.StarterTasks(Names(parsed));

    /// <summary>Where things may be at hand.</summary>
    public DataInventory Inventory(ParseResult parsed) => new(parsed.GetValue(_models), parsed.GetValue(_datasets), environment.Variables);

    /// <summary>Whether JSON is asked for.</summary>
    public bool WantsJson(ParseResult parsed) => parsed.GetValue(_json);

    private string[] Names(ParseResult parsed) => parsed.GetRequiredValue(_names);
}
