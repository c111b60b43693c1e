using System.Security.Cryptography;
using System.Text;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>An evaluation list, known by its samples' names.</summary>
/// <param name="Task">Task id.</param>
/// <param name="Name">What reports call it.</param>
/// <param name="Samples">How many files it names.</param>
/// <param name="Fingerprint">SHA-256 of the names, sorted by code unit and joined by LF; 64 lower-case hexadecimal digits; null where the names are not at hand and only their number is known.</param>
/// <param name="Superseded">Whether another list took its place.</param>
/// <remarks>
/// Source: benchmark/evaluation/datasets of mlcommons/tiny, and for the old list of ic01 datasets/ic01 of eembc/energyrunner; taken from published accuracy logs.
/// ic02 is evaluated on the files of ic01.
/// </remarks>
internal sealed record SampleList(string Task, string Name, int Samples, string? Fingerprint, bool Superseded = false)
{
    private const string BalancedImages = "ec193750e3532a4c2c411d10cc056205a2004dbc3367ebcab5022b43698558b9";

    /// <summary>Every list that is known.</summary>
    public static IReadOnlyList<SampleList> All { get; } =
    [
        new("ad01", "the 248 recordings of ToyCar", 248, "b9de4f1ffb68076202e33080540188e9901f3648006bdc77080bc32298aea35a"),
        new("ad01", "the other list of 72 recordings (v1.2), known by its length alone", 72, null),
        new("ic01", "the balanced list of 200 images", 200, BalancedImages),
        new("ic01", "the OLD unbalanced list of 200 images", 200, "2380aaae48568af7a2d69c07252e9ff004bc3a491e18b4c1e9d33a10f1f7986b", Superseded: true),
        new("ic02", "the balanced list of 200 images", 200, BalancedImages),
        new("kws01", "the 1000 words", 1000, "5e2713674e8e93db2e8b6f1a18c1832f80951dd86a11cd03a468f8508f2749bc"),
        new("vww01", "the 1000 images", 1000, "92d8aacfe9971a283f796c39ba3a87366328cff9d04b03b8f3cf5c52eaa0f33d"),
    ];

    /// <summary>The list of these samples; null when it is not known. Order and repetition do not matter.</summary>
    public static SampleList? Find(string task, IEnumerable<string> names)
    {
        string[] sorted = [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        string fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', sorted))));
        return All.FirstOrDefault(list => list.Task == task && list.Samples == sorted.Length && (list.Fingerprint is null || list.Fingerprint == fingerprint));
    }

    /// <summary>The lists of a task in words.</summary>
    public static string Describe(string task) => string.Join(" or ", All.Where(list => list.Task == task && !list.Superseded).Select(list => list.Name));
}
