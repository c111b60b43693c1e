namespace Tiny.Bench.Core.Tasks;

/// <summary>A sample list that a task knows by the hash of its <c>y_labels.csv</c>.</summary>
/// <param name="Name">What output and records call it.</param>
/// <param name="Sha256">SHA-256 of the list's bytes, 64 lower-case hexadecimal digits.</param>
/// <param name="Official">Whether it is the evaluation list of the task: only its figures count for a submission.</param>
/// <param name="Samples">Number of samples it lists.</param>
public sealed record KnownList(string Name, string Sha256, bool Official, int Samples);
