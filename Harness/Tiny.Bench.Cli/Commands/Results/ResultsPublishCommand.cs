using System.CommandLine;
using System.Globalization;
using Tiny.Bench.Core;
using Tiny.Bench.Results.Pages;

namespace Tiny.Bench.Cli.Commands.Results;

/// <summary><c>tinybench results publish PATH... --out DIR</c>.</summary>
internal static class ResultsPublishCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Folders of records.", Arity = ArgumentArity.OneOrMore };
        var folder = new Option<string>("--out") { Description = "Folder of the site; made when it is not there.", HelpName = "DIR", Required = true };
        var command = new Command("publish", "Write records as a static site: leaderboards, charts, a page per task and system.") { paths, folder };
        command.SetAction(parsed =>
        {
            string[] stores = parsed.GetRequiredValue(paths);
            if (Array.Find(stores, store => !Directory.Exists(store)) is { } missing)
                throw new MissingFileException($"folder {missing}", [Path.GetFullPath(missing)], "Give folders of records, as tinybench run --out DIR writes them.");
            string site = parsed.GetRequiredValue(folder);
            if (Array.Find(stores, store => Publication.IsInside(site, store)) is { } holder)
                throw new RequestException($"--out {site} lies in {holder}, where the site's copies would be read as records the next time");
            PageSummary summary = Publication.Publish(stores, site);
            parsed.InvocationConfiguration.Output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{summary.Records:N0} records, {summary.Problems:N0} problems: {summary.Files:N0} files, {summary.Bytes:N0} bytes; open {Path.Combine(site, "index.html")}"));
            return ExitCode.Good;
        });
        return command;
    }
}
