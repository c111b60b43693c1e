using System.Security.Cryptography;
using Tiny.Bench.Core;
using Tiny.Bench.Core.Tasks;

namespace Tiny.Bench.Datasets.Locating;

/// <summary>A model file in memory.</summary>
/// <param name="Path">Where it was read.</param>
/// <param name="Sha256">SHA-256 of <paramref name="Bytes"/>, 64 lower-case hexadecimal digits.</param>
/// <param name="Bytes">The whole file.</param>
public sealed record ModelFile(string Path, string Sha256, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Reads a file. A name that the suite knows must come with the content that the suite knows.</summary>
    /// <param name="path">The file.</param>
    /// <param name="known">The models of a task; a file of another name is taken as it is.</param>
    /// <exception cref="HashMismatchException">The name is known and the content is not.</exception>
    /// <exception cref="MissingFileException">There is no such file.</exception>
    public static ModelFile Read(string path, IReadOnlyList<ModelReference> known)
    {
        if (!File.Exists(path))
            throw new MissingFileException($"model {path}", [System.IO.Path.GetFullPath(path)], "Give the path of a .tflite file.");
        byte[] bytes = File.ReadAllBytes(path);
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        string name = System.IO.Path.GetFileName(path);
        ModelReference? expected = known.FirstOrDefault(model => string.Equals(model.File, name, StringComparison.Ordinal));
        if (expected is not null && !string.Equals(expected.Sha256, sha256, StringComparison.Ordinal))
            throw new HashMismatchException(path, expected.Sha256, sha256);
        return new ModelFile(path, sha256, bytes);
    }
}
