using Tiny.Bench.Core;

namespace Tiny.Bench.Boards.Systems;

/// <summary>A model needs more memory than a board has; told before anything is uploaded.</summary>
public sealed class ModelDoesNotFitException : TinyBenchException
{
    /// <summary>Creates the error.</summary>
    /// <param name="where">Model and target.</param>
    /// <param name="memory">Which memory: "arena", "plan", "input buffer".</param>
    /// <param name="needed">Bytes that the model needs of it.</param>
    /// <param name="available">Bytes that the board has.</param>
    public ModelDoesNotFitException(string where, string memory, long needed, long available)
        : base(where, $"needs {needed} bytes of {memory}; the board has {available}")
    {
        Needed = needed;
        Available = available;
    }

    /// <summary>Bytes that the model needs.</summary>
    public long Needed { get; }

    /// <summary>Bytes that the board has.</summary>
    public long Available { get; }
}
