namespace Tiny.Bench.Datasets.Unpacking;

/// <summary>A file that came out of an archive.</summary>
/// <param name="Name">Name in the folder, with slashes.</param>
/// <param name="Sha256">SHA-256 of its bytes, 64 lower-case hexadecimal digits.</param>
internal readonly record struct UnpackedFile(string Name, string Sha256);
