using System.Text;
using Tiny.Bench.Core;
using Tiny.Bench.Results.Charts;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Markdown;

/// <summary>Records as Markdown for a repository: a page with its charts, and a block inside a file that people write.</summary>
/// <remarks>Same records, same bytes. The records are the truth: nothing of an earlier page or block is read.</remarks>
public static class MarkdownPublication
{
    private const string DifferenceFile = "differences.svg";

    /// <summary>Draws the files without writing them.</summary>
    /// <param name="stores">Folders of records.</param>
    /// <param name="page">The page; its charts go beside it. Null for none.</param>
    /// <param name="readme">A file with <see cref="MarkedBlock"/>'s two marks. Null for none.</param>
    /// <exception cref="MissingFileException">A store or the file with the marks is not there.</exception>
    /// <exception cref="RecordException">The file has no marks.</exception>
    public static IReadOnlyList<PublishedFile> Draw(IReadOnlyList<string> stores, string? page, string? readme)
    {
        StoreContents contents = Read(stores);
        var files = new List<PublishedFile>();
        if (page is not null)
            files.AddRange(DrawPage(contents, Path.GetFullPath(page)));
        if (readme is not null)
            files.Add(DrawBlock(contents, Path.GetFullPath(readme), page));
        return files;
    }

    private static StoreContents Read(IReadOnlyList<string> stores)
    {
        if (stores.FirstOrDefault(store => !Directory.Exists(store)) is { } missing)
            throw new MissingFileException($"folder {missing}", [Path.GetFullPath(missing)], "Give folders of records, as tinybench run --out DIR writes them.");
        var records = new List<StoredRecord>();
        var problems = new List<StoreProblem>();
        foreach (var store in stores.Select(folder => new RecordStore(folder)))
        {
            StoreContents contents = store.Read();
            records.AddRange(contents.Records.Select(stored => stored with { Name = Path.Combine(store.Folder, stored.Name) }));
            problems.AddRange(contents.Problems.Select(problem => problem with { Name = Path.Combine(store.Folder, problem.Name) }));
        }

        return new StoreContents([.. records.DistinctBy(stored => stored.Name, StringComparer.Ordinal)], [.. problems.Distinct()]);
    }

    private static IEnumerable<PublishedFile> DrawPage(StoreContents contents, string page)
    {
        string folder = Path.GetDirectoryName(page)!;
        StoreContents relative = SeenFrom(folder, contents);
        var charts = new List<(string File, Chart Chart)>();
        if (DifferenceChart.Of(relative.Records) is { } differences)
            charts.Add((DifferenceFile, differences));
        var text = new StringWriter();
        LeaderboardPage.Write(text, relative, charts);
        yield return new PublishedFile(page, Encoding.UTF8.GetBytes(text.ToString().TrimEnd('\n') + "\n"));
        foreach ((string file, Chart chart) in charts)
        {
            using var drawing = new MemoryStream();
            new SvgChartWriter().Write(chart, drawing);
            yield return new PublishedFile(Path.Combine(folder, file), drawing.ToArray());
        }
    }

    private static PublishedFile DrawBlock(StoreContents contents, string readme, string? page)
    {
        if (!File.Exists(readme))
            throw new MissingFileException($"file {readme}", [readme], $"Give a file with the lines {MarkedBlock.Begin} and {MarkedBlock.End}.");
        string folder = Path.GetDirectoryName(readme)!;
        var block = new StringWriter();
        QualityTable.Write(block, SeenFrom(folder, contents).Records, withLinks: false);
        if (page is not null)
            block.Write($"Intervals, charts, and the record behind each figure: {MarkdownText.Link("leaderboard", Relative(folder, Path.GetFullPath(page)))}.\n");
        return new PublishedFile(readme, Encoding.UTF8.GetBytes(MarkedBlock.Replace(readme, File.ReadAllText(readme), block.ToString())));
    }

    private static StoreContents SeenFrom(string folder, StoreContents contents) => new(
        [.. contents.Records.Select(stored => stored with { Name = Relative(folder, stored.Name) }).OrderBy(stored => stored.Name, StringComparer.Ordinal)],
        [.. contents.Problems.Select(problem => problem with { Name = Relative(folder, problem.Name) }).OrderBy(problem => problem.Name, StringComparer.Ordinal)]);

    private static string Relative(string folder, string path) => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');
}
