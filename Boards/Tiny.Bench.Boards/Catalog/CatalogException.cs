using Tiny.Bench.Core;

namespace Tiny.Bench.Boards.Catalog;

/// <summary>A file of the catalogue has faults; all of them are reported together.</summary>
public sealed class CatalogException : TinyBenchException
{
    /// <summary>Creates the error.</summary>
    /// <param name="where">The file.</param>
    /// <param name="faults">At least one, each starting with its JSON path.</param>
    /// <param name="cause">What the JSON reader said, if it was its fault.</param>
    public CatalogException(string where, IReadOnlyList<string> faults, Exception? cause = null)
        : base(where, string.Join("\n  ", [faults.Count == 1 ? "1 fault" : $"{faults.Count} faults", .. faults]), cause) =>
        Faults = faults;

    /// <summary>One text per fault: JSON path, what stands there, what was expected.</summary>
    public IReadOnlyList<string> Faults { get; }
}
