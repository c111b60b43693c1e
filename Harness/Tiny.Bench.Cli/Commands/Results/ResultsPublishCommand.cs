using System.CommandLine;
using System.Globalization;
using Tiny.Bench.Core;
using Tiny.Bench.Results.Markdown;
using Tiny.Bench.Results.Pages;

namespace Tiny.Bench.Cli.Commands.Results;

/// <summary><c>tinybench results publish PATH... [--out DIR] [--markdown FILE] [--readme FILE] [--check]</c>.</summary>
internal sealed class ResultsPublishCommand
{
    private readonly Argument<string[]> _paths = new("PATH") { Description = "Folders of records.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> _site = CommonOptions.Path("--out", "Folder of a static site; made when it is not there.");
    private readonly Option<string?> _page = CommonOptions.Path("--markdown", "A Markdown page to write, with its charts beside it.", "FILE");
    private readonly Option<string?> _readme = CommonOptions.Path("--readme", "A Markdown file whose block between the lines \"results: begin\" and \"results: end\" is refreshed.", "FILE");
    private readonly Option<bool> _check = new("--check") { Description = "Write no Markdown; exit with 1 when a file is not what the records say." };

    public static Command Create()
    {
        var publish = new ResultsPublishCommand();
        var command = new Command("publish", "Write records as a static site, or as Markdown for a repository: leaderboards, charts, a link from every figure to its record.")
        {
            publish._paths, publish._site, publish._page, publish._readme, publish._check,
        };
        command.Validators.Add(result =>
        {
            bool markdown = result.GetValue(publish._page) is not null || result.GetValue(publish._readme) is not null;
            if (!markdown && result.GetValue(publish._site) is null)
                result.AddError("Give --out DIR, --markdown FILE or --readme FILE.");
            if (result.GetValue(publish._check) && (!markdown || result.GetValue(publish._site) is not null))
                result.AddError("--check goes with --markdown and --readme, and not with --out.");
        });
        command.SetAction(publish.Execute);
        return command;
    }

    private int Execute(ParseResult parsed)
    {
        string[] stores = parsed.GetRequiredValue(_paths);
        if (Array.Find(stores, store => !Directory.Exists(store)) is { } missing)
            throw new MissingFileException($"folder {missing}", [Path.GetFullPath(missing)], "Give folders of records, as tinybench run --out DIR writes them.");
        TextWriter output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(_site) is { } site)
            PublishSite(output, stores, site);

        IReadOnlyList<PublishedFile> files = MarkdownPublication.Draw(stores, parsed.GetValue(_page), parsed.GetValue(_readme));
        bool check = parsed.GetValue(_check);
        List<PublishedFile> stale = [.. files.Where(file => !file.IsCurrent())];
        foreach (PublishedFile file in files)
        {
            bool isStale = stale.Contains(file);
            if (isStale && !check)
                file.Write();
            output.WriteLine($"{file.Path}: {(!isStale ? "up to date" : check ? "is not what the records say" : "written")}");
        }

        return check && stale.Count > 0 ? ExitCode.BadVerdict : ExitCode.Good;
    }

    private static void PublishSite(TextWriter output, string[] stores, string site)
    {
        if (Array.Find(stores, store => Publication.IsInside(site, store)) is { } holder)
            throw new RequestException($"--out {site} lies in {holder}, where the site's copies would be read as records the next time");
        PageSummary summary = Publication.Publish(stores, site);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.Records:N0} records, {summary.Problems:N0} problems: {summary.Files:N0} files, {summary.Bytes:N0} bytes; open {Path.Combine(site, "index.html")}"));
    }
}
