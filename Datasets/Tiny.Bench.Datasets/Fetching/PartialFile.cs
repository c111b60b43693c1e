using System.Security.Cryptography;
using System.Text.Json;

namespace Tiny.Bench.Datasets.Fetching;

/// <summary>What has come of an item so far, with a note of what it is a part of. Only a whole and checked file leaves its place.</summary>
internal sealed class PartialFile
{
    private readonly string _statePath;

    /// <summary>Takes up what an earlier try left; the folder must be there, and the item locked.</summary>
    public PartialFile(string path)
    {
        Path = path;
        _statePath = path + ".json";
        IsContinued = Length > 0;
    }

    public string Path { get; }

    /// <summary>Bytes at hand.</summary>
    public long Length => File.Exists(Path) ? new FileInfo(Path).Length : 0;

    /// <summary>Whether the bytes came in more than one piece, which need not belong together.</summary>
    public bool IsContinued { get; private set; }

    /// <summary>What the bytes belong to; null when that is not known.</summary>
    public PartState? State
    {
        get
        {
            try
            {
                return File.Exists(_statePath) ? JsonSerializer.Deserialize<PartState>(File.ReadAllBytes(_statePath)) : null;
            }
            catch (JsonException)
            {
                // Cut off by a crash: the part is then as good as none.
                return null;
            }
        }
    }

    /// <summary>Throws the bytes away and notes what the next ones belong to.</summary>
    public void Restart(PartState state) => Guard(() =>
    {
        Discard();
        File.WriteAllBytes(_statePath, JsonSerializer.SerializeToUtf8Bytes(state));
    });

    /// <summary>Throws all away.</summary>
    public void Discard()
    {
        File.Delete(Path);
        File.Delete(_statePath);
        IsContinued = false;
    }

    /// <summary>Opens the end of the file for more.</summary>
    /// <exception cref="FetchException">The cache cannot be written.</exception>
    public FileStream OpenAppend() => Guard(() =>
    {
        IsContinued = Length > 0;
        return new FileStream(Path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
    });

    /// <summary>Writes to what <see cref="OpenAppend"/> gave.</summary>
    /// <exception cref="FetchException">The disk is full.</exception>
    public void Write(FileStream file, ReadOnlySpan<byte> bytes)
    {
        try
        {
            file.Write(bytes);
        }
        catch (IOException problem)
        {
            throw CannotWrite(problem);
        }
    }

    /// <summary>The hash of the bytes at hand, in lower-case hexadecimal.</summary>
    public async Task<string> HashAsync(HashAlgorithmName algorithm, CancellationToken cancellationToken)
    {
        FileStream file = File.OpenRead(Path);
        await using (file)
            return Convert.ToHexStringLower(await CryptographicOperations.HashDataAsync(algorithm, file, cancellationToken));
    }

    /// <summary>Puts the whole file in its place, in one step; a file that stood there goes.</summary>
    /// <exception cref="FetchException">The cache cannot be written.</exception>
    public void MoveTo(string target) => Guard(() =>
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
        using (var file = new FileStream(Path, FileMode.Open, FileAccess.ReadWrite))
            file.Flush(flushToDisk: true);
        File.Move(Path, target, overwrite: true);
        File.Delete(_statePath);
    });

    private void Guard(Action action) => Guard(() =>
    {
        action();
        return true;
    });

    private T Guard<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(problem);
        }
    }

    private FetchException CannotWrite(Exception problem) =>
        new(FetchFault.Cache, Path, $"cannot be written: {problem.Message}; what came so far is kept", problem);
}
