using System.CommandLine;
using Tiny.Bench.Cli.Output;
using Tiny.Bench.Datasets.Catalog;
using Tiny.Bench.Datasets.Fetching;

namespace Tiny.Bench.Cli.Commands.Data;

/// <summary><c>tinybench data fetch NAME... [--from DIR] [--accept-unverified]</c>: brings items into the user's cache and prints where they are.</summary>
internal sealed class DataFetchCommand(DataEnvironment environment)
{
    private readonly Argument<string[]> _names = new("NAME")
    {
        Description = "A task, for its models and inputs (or what those are made from), or an item of tinybench data list.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _from = CommonOptions.Path("--from", "Take copies from this folder instead of the network: downloads of a browser, or the official layout.");
    private readonly Option<bool> _accept = new("--accept-unverified") { Description = "Also take what has no published SHA-256; the hash of what came is printed." };
    private readonly Option<string?> _catalog = DataOptions.Catalog();
    private readonly Option<bool> _json = CommonOptions.Json();

    public static Command Create(DataEnvironment environment)
    {
        var fetch = new DataFetchCommand(environment);
        var command = new Command("fetch", "Fetch models and data into the user's cache, checked by their hashes.")
        {
            fetch._names, fetch._from, fetch._accept, fetch._catalog, fetch._json,
        };
        command.SetAction(fetch.ExecuteAsync);
        return command;
    }

    private async Task<int> ExecuteAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        DataCatalog catalog = DataCatalog.Load(parsed.GetValue(_catalog));
        bool accepts = parsed.GetValue(_accept);
        (CatalogItem[] items, CatalogItem[] leftOut) = Choose(catalog, parsed.GetRequiredValue(_names), accepts);
        InvocationConfiguration streams = parsed.InvocationConfiguration;
        var display = new ProgressDisplay(streams.Error);
        foreach (CatalogItem item in leftOut)
        {
            string why = item.Md5 is null ? "has no published hash" : "has no published SHA-256, only an MD5";
            display.WriteLine($"{item.Id}: left out, for it {why}; --accept-unverified takes it all the same");
        }

        var options = new FetchOptions { AcceptUnverified = accepts };
        CacheFolders cache = environment.Cache;
        using Fetcher fetcher = parsed.GetValue(_from) is { } folder ? new Fetcher(cache, options, RequireFolder(folder)) : new Fetcher(cache, options);
        var done = new List<(CatalogItem Item, FetchOutcome Outcome)>();
        foreach (CatalogItem item in items)
        {
            FetchOutcome outcome = await FetchAsync(fetcher, item, display, cancellationToken);
            done.Add((item, outcome));
            if (!parsed.GetValue(_json))
                display.Around(() => streams.Output.WriteLine(outcome.Path));
        }

        if (parsed.GetValue(_json))
            JsonOutput.Write(streams.Output, new { Items = done.Select(each => new { each.Item.Id, each.Outcome.Path, each.Outcome.WasThere, each.Outcome.Sha256 }) });
        return leftOut.Length == 0 ? ExitCode.Good : ExitCode.BadRequest;
    }

    private static async Task<FetchOutcome> FetchAsync(Fetcher fetcher, CatalogItem item, ProgressDisplay display, CancellationToken cancellationToken)
    {
        using var progress = new FetchProgressLine(display, item.Id, TimeProvider.System);
        FetchOutcome outcome = await fetcher.FetchAsync(item, progress, cancellationToken);
        if (outcome.WasThere)
            display.WriteLine($"{item.Id}: is at hand");
        else if (item.Sha256 is null && item.List is null)
            display.WriteLine($"{item.Id}: not verified{(item.Md5 is null ? "" : " but by its MD5")}; what came has SHA-256 {outcome.Sha256}. Licence: {item.Licence}");
        else
            display.WriteLine($"{item.Id}: verified. Licence: {item.Licence}");
        return outcome;
    }

    // An item that is named is asked for as it is; one that a task brings along is left out rather than failing the others.
    private static (CatalogItem[] Items, CatalogItem[] LeftOut) Choose(DataCatalog catalog, string[] names, bool accepts)
    {
        var items = new List<CatalogItem>();
        var leftOut = new List<CatalogItem>();
        foreach (string name in names)
        {
            DataOptions.RequireKnown(catalog, name);
            if (catalog.Find(name) is { } named)
                items.Add(named);
            else
            {
                foreach (CatalogItem item in catalog.NeededBy(name))
                    (accepts || item.Sha256 is not null ? items : leftOut).Add(item);
            }
        }

        return ([.. items.Distinct()], [.. leftOut.Distinct().Except(items)]);
    }

    private static string RequireFolder(string folder) =>
        Directory.Exists(folder) ? folder : throw new RequestException($"--from {folder} is no folder");
}
