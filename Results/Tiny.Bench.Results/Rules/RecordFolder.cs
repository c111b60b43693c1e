using System.Text.Json;
using Tiny.Bench.Core;
using Tiny.Bench.Results.Records;
using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules;

/// <summary>The run records of a folder, with what could not be read.</summary>
/// <param name="Records">Records by name.</param>
/// <param name="Unreadable">Files that stand for a record and are none, with the reason.</param>
/// <param name="Sealed">Names of the records with a <c>.seal.json</c> beside them.</param>
internal sealed record RecordFolder(IReadOnlyList<StoredRecord> Records, IReadOnlyList<(Place Where, string Text)> Unreadable, IReadOnlyList<string> Sealed)
{
    private const string SealEnd = ".seal.json";

    /// <summary>Reads every record among the entries of a tree; null when there is none.</summary>
    public static RecordFolder? Read(string folder, SubmissionTree tree)
    {
        var records = new List<StoredRecord>();
        var unreadable = new List<(Place, string)>();
        bool any = false;
        foreach (TreeEntry entry in tree.Entries.Where(IsCandidate))
        {
            byte[]? bytes = entry.ReadBytes(out string? problem);
            any |= bytes is not null && LooksLikeRecord(bytes);
            if (bytes is null || IsBroken(bytes, ref problem))
            {
                unreadable.Add((new Place(entry.Path), problem!));
                continue;
            }

            if (!LooksLikeRecord(bytes))
                continue;
            try
            {
                records.Add(new StoredRecord(entry.Path, RunRecordStore.Read(Path.Combine(folder, entry.Path))));
            }
            catch (TinyBenchException fault)
            {
                unreadable.Add((new Place(entry.Path), fault.Problem));
            }
        }

        // A record that was altered until it cannot be read has a seal all the same.
        var paths = tree.Entries.Select(entry => entry.Path).ToHashSet(StringComparer.Ordinal);
        string[] sealedNames = [.. tree.Entries.Where(IsCandidate).Select(entry => entry.Path).Where(path => paths.Contains(path[..^".json".Length] + SealEnd))];
        return any ? new RecordFolder(records, unreadable, sealedNames) : null;
    }

    private static bool IsCandidate(TreeEntry entry) => entry.Kind == EntryKind.File
        && entry.Name.EndsWith(".json", StringComparison.Ordinal)
        && !entry.Name.EndsWith(SealEnd, StringComparison.Ordinal)
        && !entry.Name.StartsWith('.');

    private static bool IsBroken(byte[] bytes, ref string? problem)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(bytes);
            return false;
        }
        catch (JsonException fault)
        {
            problem = $"is no JSON: {JsonFault.TextOf(fault)}";
            return true;
        }
    }

    // Other JSON may lie in a store, such as an index; a record says its schema and its task. A torn one is known by its first bytes.
    private static bool LooksLikeRecord(ReadOnlySpan<byte> bytes) => bytes.IndexOf("\"schema\""u8) >= 0 && bytes.IndexOf("\"task\""u8) >= 0;
}
