namespace Tiny.Bench.Boards.Virtual;

/// <summary>A plan as a file, for a virtual board that finds it in its flash. Deleted at the end.</summary>
internal sealed class PlanFile : IAsyncDisposable
{
    private PlanFile(string path) => Path = path;

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Writes one into the system's temporary folder.</summary>
    public static PlanFile Write(ReadOnlyMemory<byte> plan)
    {
        var file = new PlanFile(System.IO.Path.GetTempFileName());
        File.WriteAllBytes(file.Path, plan.ToArray());
        return file;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        File.Delete(Path);
        return ValueTask.CompletedTask;
    }
}
