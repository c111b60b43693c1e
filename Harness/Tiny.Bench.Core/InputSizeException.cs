namespace Tiny.Bench.Core;

/// <summary>The model's input tensor does not fit what the task's files hold.</summary>
public sealed class InputSizeException : TinyBenchException
{
    /// <summary>Creates the error.</summary>
    /// <param name="where">The sample file.</param>
    /// <param name="system">Name of the system under test.</param>
    /// <param name="given">Bytes that the file gives for one inference.</param>
    /// <param name="taken">Bytes that the system takes for one inference.</param>
    public InputSizeException(string where, string system, long given, long taken)
        : base(where, $"gives {given} bytes an inference; {system} takes {taken}")
    {
        Given = given;
        Taken = taken;
    }

    /// <summary>Bytes that the file gives for one inference.</summary>
    public long Given { get; }

    /// <summary>Bytes that the system takes for one inference.</summary>
    public long Taken { get; }
}
