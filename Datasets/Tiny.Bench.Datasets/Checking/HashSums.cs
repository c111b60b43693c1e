using System.Security.Cryptography;
using System.Text;
using Tiny.Bench.Core;
using Tiny.Bench.Datasets.Lists;
using Tiny.Bench.Datasets.Unpacking;

namespace Tiny.Bench.Datasets.Checking;

/// <summary>The hashes of an unpacked folder, in a file beside it: taken while it was unpacked from an archive whose own hash was right.</summary>
/// <remarks>The form is that of <c>sha256sum</c>, so that <c>sha256sum -c</c> checks it too.</remarks>
internal static class HashSums
{
    private const int HashDigits = 64;

    /// <summary>The file that belongs to a folder.</summary>
    public static string PathOf(string folder) => $"{folder}.sha256";

    /// <summary>The text for a folder.</summary>
    public static string Write(string folder, IEnumerable<UnpackedFile> files)
    {
        var text = new StringBuilder();
        string name = Path.GetFileName(folder);
        foreach (UnpackedFile file in files)
            text.Append(file.Sha256).Append("  ").Append(name).Append('/').Append(file.Name).Append('\n');
        return text.ToString();
    }

    /// <summary>Hashes every file of a folder.</summary>
    /// <exception cref="DatasetException">The file of hashes is malformed.</exception>
    public static async Task<ItemFinding> CheckAsync(string folder, CancellationToken cancellationToken)
    {
        string sums = PathOf(folder);
        if (!File.Exists(sums))
            return new ItemFinding(ItemState.Unknown, $"{sums} is not there: the folder was not unpacked by tinybench");
        int count = 0;
        await foreach (string line in File.ReadLinesAsync(sums, cancellationToken))
        {
            count++;
            (string expected, string name) = Parse(line, sums, count);
            string path = Path.Combine(Path.GetDirectoryName(folder)!, name);
            if (!File.Exists(path))
                return new ItemFinding(ItemState.Wrong, $"{path} is not there");
            FileStream file = File.OpenRead(path);
            await using (file)
            {
                string actual = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
                if (actual != expected)
                    return new ItemFinding(ItemState.Wrong, $"{path} has SHA-256 {actual}; expected {expected}");
            }
        }

        return count > 0
            ? new ItemFinding(ItemState.Right, $"{count} files as they were unpacked")
            : new ItemFinding(ItemState.Wrong, $"{sums} is empty");
    }

    private static (string Hash, string Name) Parse(string line, string sums, int number)
    {
        if (line.Length > HashDigits + 2 && line.AsSpan(HashDigits, 2).SequenceEqual("  ") && SampleName.IsInside(line[(HashDigits + 2)..]))
            return (line[..HashDigits], line[(HashDigits + 2)..]);
        throw new DatasetException($"{sums}, line {number}", "is no hash with a file name; expected the form of sha256sum");
    }
}
