namespace Tiny.Bench.Harness.Audit;

/// <summary>Letters for logs that hold the same outputs.</summary>
public static class OutputGroups
{
    private const int Letters = 26;

    /// <summary>A letter for each log that shares its outputs with another one, null for the others; A is the group of the first such log.</summary>
    /// <param name="fingerprints">One for each log in the order in which they are shown; null where outputs are not known.</param>
    public static IReadOnlyList<string?> Name(IReadOnlyList<string?> fingerprints)
    {
        var shared = fingerprints.OfType<string>().GroupBy(fingerprint => fingerprint, StringComparer.Ordinal).Where(group => group.Count() > 1)
            .Select((group, index) => (group.Key, Name: LetterOf(index))).ToDictionary(group => group.Key, group => group.Name, StringComparer.Ordinal);
        return [.. fingerprints.Select(fingerprint => fingerprint is null ? null : shared.GetValueOrDefault(fingerprint))];
    }

    // A to Z, then AA to AZ, as columns of a spreadsheet.
    private static string LetterOf(int index) =>
        index < Letters ? $"{(char)('A' + index)}" : LetterOf((index / Letters) - 1) + (char)('A' + (index % Letters));
}
