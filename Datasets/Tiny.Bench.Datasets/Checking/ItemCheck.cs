using System.Security.Cryptography;
using Tiny.Bench.Core;
using Tiny.Bench.Datasets.Catalog;
using Tiny.Bench.Datasets.Lists;

namespace Tiny.Bench.Datasets.Checking;

/// <summary>Whether what lies somewhere is the item that the catalogue means.</summary>
public static class ItemCheck
{
    /// <summary>Hashes an item.</summary>
    /// <param name="item">What is meant.</param>
    /// <param name="path">The file or folder.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<ItemFinding> CheckAsync(CatalogItem item, string path, CancellationToken cancellationToken)
    {
        try
        {
            if (!item.IsFolder)
                return File.Exists(path) ? await CheckFileAsync(item, path, cancellationToken) : Missing(path);
            if (!Directory.Exists(path))
                return Missing(path);
            return item.List is { } list
                ? await CheckListAsync(list, path, cancellationToken)
                : await HashSums.CheckAsync(path, cancellationToken);
        }
        catch (TinyBenchException problem)
        {
            return new ItemFinding(ItemState.Wrong, problem.Message);
        }
    }

    private static ItemFinding Missing(string path) => new(ItemState.Missing, $"{path} is not there");

    private static async Task<ItemFinding> CheckFileAsync(CatalogItem item, string path, CancellationToken cancellationToken)
    {
        (HashAlgorithmName algorithm, string? expected) = item.Sha256 is null ? (HashAlgorithmName.MD5, item.Md5) : (HashAlgorithmName.SHA256, item.Sha256);
        if (expected is null)
            return new ItemFinding(ItemState.Unknown, "no hash of it is published");
        FileStream file = File.OpenRead(path);
        await using (file)
        {
            string actual = Convert.ToHexStringLower(await CryptographicOperations.HashDataAsync(algorithm, file, cancellationToken));
            return actual == expected
                ? new ItemFinding(ItemState.Right, $"{algorithm.Name} {actual}")
                : new ItemFinding(ItemState.Wrong, $"has {algorithm.Name} {actual}; expected {expected}");
        }
    }

    private static async Task<ItemFinding> CheckListAsync(ListFacts facts, string folder, CancellationToken cancellationToken)
    {
        SampleList list = SampleList.Read(folder);
        if (list.Sha256 != facts.Sha256)
            return new ItemFinding(ItemState.Unknown, $"its list has SHA-256 {list.Sha256}, which is another one");
        using var content = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (TaskSample sample in list.Samples)
        {
            byte[] bytes = await sample.ReadAsync(facts.BytesEach, cancellationToken);
            if (bytes.Length != facts.BytesEach)
                return new ItemFinding(ItemState.Wrong, $"{sample.Path} has {bytes.Length} bytes; expected {facts.BytesEach}");
            content.AppendData(bytes);
        }

        string actual = Convert.ToHexStringLower(content.GetHashAndReset());
        return actual == facts.Content
            ? new ItemFinding(ItemState.Right, $"{list.Samples.Count} files, SHA-256 {actual} over all of them")
            : new ItemFinding(ItemState.Wrong, $"its {list.Samples.Count} files have SHA-256 {actual} in the list's order; expected {facts.Content}");
    }
}
