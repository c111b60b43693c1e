using System.Net;
using System.Security.Cryptography;
using Tiny.Bench.Core;
using Tiny.Bench.Datasets.Catalog;
using Tiny.Bench.Datasets.Checking;

namespace Tiny.Bench.Datasets.Fetching;

/// <summary>Brings items into a cache: from their addresses or from a local folder, checked before they are visible, and once for all processes.</summary>
public sealed class Fetcher : IDisposable
{
    private readonly CacheFolders _cache;
    private readonly FetchOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpMessageInvoker? _http;
    private readonly IFetchOrigin _origin;

    /// <summary>Fetches over the network, through the proxy that the environment names.</summary>
    public Fetcher(CacheFolders cache, FetchOptions options, TimeProvider? time = null)
    {
        _cache = cache;
        _options = options;
        _time = time ?? TimeProvider.System;

        // Not an HttpClient, whose SendAsync would read a whole body into memory first.
        _http = new HttpMessageInvoker(Handler(options));
        _origin = new HttpOrigin(_http, options, _time);
    }

    /// <summary>Takes copies from a local folder, checked alike.</summary>
    public Fetcher(CacheFolders cache, FetchOptions options, string folder, TimeProvider? time = null)
    {
        _cache = cache;
        _options = options;
        _time = time ?? TimeProvider.System;
        _origin = new FolderOrigin(folder);
    }

    /// <summary>Brings one item into the cache.</summary>
    /// <returns>Where it lies. When it was at hand already, nothing is fetched.</returns>
    /// <exception cref="FetchException">It cannot be fetched; the part that came is kept where it is of use.</exception>
    /// <exception cref="HashMismatchException">What came is something else; it is thrown away.</exception>
    public async Task<FetchOutcome> FetchAsync(CatalogItem item, IProgress<FetchProgress>? progress, CancellationToken cancellationToken)
    {
        string target = _cache.TargetOf(item);
        MakeFolder(Path.GetDirectoryName(_cache.LockOf(item))!);
        using CacheLock held = await CacheLock.AcquireAsync(
            _cache.LockOf(item),
            _options.LockTimeout,
            () => progress?.Report(new FetchProgress(0, item.Bytes, "another process fetches it; waiting")),
            _time,
            cancellationToken);
        ItemFinding there = await ItemCheck.CheckAsync(item, target, cancellationToken);
        if (there.State == ItemState.Right || (there.State == ItemState.Unknown && _options.AcceptUnverified))
            return new FetchOutcome(target, WasThere: true, Sha256: null);

        if (there.State == ItemState.Unknown && item.IsFolder)
            throw new FetchException(FetchFault.Cache, target, $"holds something else: {there.Text}; move it away first");

        if (_origin is FolderOrigin folder && folder.FindUnpacked(item) is { } unpacked)
            return await FolderPlacement.CopyAsync(item, unpacked, _cache, cancellationToken);
        if (item.Sha256 is null && !_options.AcceptUnverified)
        {
            throw new FetchException(
                FetchFault.Unverified, item.Id, $"has no published SHA-256{(item.Md5 is null ? "" : ", only an MD5")}; it is taken only with --accept-unverified");
        }

        var part = new PartialFile(_cache.PartOf(item));
        RequireSpace(item, part);
        string hash = await FillAsync(item, part, progress, cancellationToken);
        if (item.Archive is null)
            part.MoveTo(target);
        else
            await FolderPlacement.UnpackAsync(item, item.Archive, part, _cache, progress, cancellationToken);
        return new FetchOutcome(target, WasThere: false, hash);
    }

    /// <inheritdoc/>
    public void Dispose() => _http?.Dispose();

    private static SocketsHttpHandler Handler(FetchOptions options) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        ConnectTimeout = options.StallTimeout,
    };

    /// <summary>Fills the part and checks it. A part of two sessions that does not fit together is fetched once more, from its start.</summary>
    private async Task<string> FillAsync(CatalogItem item, PartialFile part, IProgress<FetchProgress>? progress, CancellationToken cancellationToken)
    {
        while (true)
        {
            await _origin.FillAsync(item, part, progress, cancellationToken);
            string sha256 = await part.HashAsync(HashAlgorithmName.SHA256, cancellationToken);
            (string? expected, string actual) = item.Sha256 is null && item.Md5 is not null
                ? (item.Md5, await part.HashAsync(HashAlgorithmName.MD5, cancellationToken))
                : (item.Sha256, sha256);
            if (expected is null || actual == expected)
                return sha256;
            bool again = part.IsContinued;
            part.Discard();
            if (!again)
                throw new HashMismatchException(item.Url?.AbsoluteUri ?? item.Id, expected, actual);
        }
    }

    private void RequireSpace(CatalogItem item, PartialFile part)
    {
        // An archive needs room once packed and at least once unpacked.
        long needed = ((item.Bytes ?? 0) * (item.Archive is null ? 1 : 2)) - part.Length;
        long free = new DriveInfo(_cache.Root).AvailableFreeSpace;
        if (needed > free)
            throw new FetchException(FetchFault.Cache, _cache.Root, $"has {free} bytes free; {item.Id} needs {needed}");
    }

    private static void MakeFolder(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new FetchException(FetchFault.Cache, path, $"cannot be made: {problem.Message}", problem);
        }
    }
}
