using System.Collections.ObjectModel;

namespace Tiny.Bench.Results.Import;

/// <summary>Collects problems: each once, and of a file or folder no more than a person reads, followed by the remark that there are others.</summary>
/// <remarks>A file of 100 MB can hold ten million broken lines.</remarks>
internal sealed class ProblemList : Collection<ImportProblem>
{
    private const int MostPerPath = 50;

    private readonly HashSet<ImportProblem> _kept = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>The problems by path, line and text.</summary>
    public ImportProblem[] Sorted()
    {
        IEnumerable<ImportProblem> others = _counts.Where(pair => pair.Value > MostPerPath)
            .Select(pair => new ImportProblem(pair.Key, 0, $"has more than {MostPerPath} problems; the others are not listed"));
        return
        [
            .. this.Concat(others).OrderBy(problem => problem.Path, StringComparer.Ordinal)
                .ThenBy(problem => problem.Line).ThenBy(problem => problem.Text, StringComparer.Ordinal),
        ];
    }

    /// <inheritdoc/>
    protected override void InsertItem(int index, ImportProblem item)
    {
        if (_kept.Contains(item))
            return;
        int count = _counts.GetValueOrDefault(item.Path) + 1;
        _counts[item.Path] = count;
        if (count > MostPerPath)
            return;
        _kept.Add(item);
        base.InsertItem(index, item);
    }
}
