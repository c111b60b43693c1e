using System.Security.Cryptography;
using Tiny.Bench.Core;

namespace Tiny.Bench.Results.Records;

/// <summary>Keys of seals as PEM files: a private key as PKCS#8 (RFC 5958), a public one as SubjectPublicKeyInfo (RFC 7468, section 13).</summary>
public static class SealKey
{
    // A P-256 key has 250 bytes.
    private const long LargestFile = 1 << 16;

    /// <summary>Path of the public part of a key: that of <c>mine.pem</c> is <c>mine.pub.pem</c>.</summary>
    public static string PublicPathOf(string path) => Path.ChangeExtension(path, null) + ".pub.pem";

    /// <summary>Makes a key and writes both its parts, the private one for its owner's eyes only. Never overwrites.</summary>
    /// <param name="path">File of the private key.</param>
    /// <exception cref="RecordException">A file is there already, or cannot be written.</exception>
    public static void Create(string path)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        string published = PublicPathOf(path);
        if (Array.Find([path, published], Path.Exists) is { } taken)
            throw new RecordException(taken, "is there already; a key is never overwritten");
        Write(path, key.ExportPkcs8PrivateKeyPem() + "\n", UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Write(published, key.ExportSubjectPublicKeyInfoPem() + "\n", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
    }

    /// <summary>Reads a key, with its private part when the file holds it.</summary>
    /// <exception cref="MissingFileException">There is no such file.</exception>
    /// <exception cref="RecordException">The file holds no P-256 key, or an encrypted one.</exception>
    public static ECDsa Read(string path)
    {
        if (!File.Exists(path))
            throw new MissingFileException($"key {path}", [Path.GetFullPath(path)], "tinybench results seal --new-key makes one.");
        if (new FileInfo(path).Length > LargestFile)
            throw new RecordException(path, $"has more than {LargestFile} bytes; expected a PEM file with a P-256 key");
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(path));
            RecordSeal.RequireCurve(key);
            return key;
        }
        catch (Exception problem) when (problem is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new RecordException(path, "is no PEM file with one unencrypted P-256 key", problem);
        }
    }

    /// <summary>Reads a key that can sign.</summary>
    /// <exception cref="MissingFileException">There is no such file.</exception>
    /// <exception cref="RecordException">The file holds no P-256 key, or only its public part.</exception>
    public static ECDsa ReadPrivate(string path)
    {
        ECDsa key = Read(path);
        try
        {
            key.ExportParameters(includePrivateParameters: true);
            return key;
        }
        catch (CryptographicException problem)
        {
            key.Dispose();
            throw new RecordException(path, "holds the public part of a key; sealing needs the private one", problem);
        }
    }

    private static void Write(string path, string text, UnixFileMode mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = mode;
        try
        {
            using var writer = new StreamWriter(Path.GetFullPath(path), options);
            writer.Write(text);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new RecordException(path, $"cannot be written: {problem.Message}", problem);
        }
    }
}
