namespace Tiny.Bench.Core.Tasks;

/// <summary>A model file that a task names.</summary>
/// <param name="File">File name without folder.</param>
/// <param name="Sha256">SHA-256 of its bytes, 64 lower-case hexadecimal digits.</param>
public sealed record ModelReference(string File, string Sha256);
