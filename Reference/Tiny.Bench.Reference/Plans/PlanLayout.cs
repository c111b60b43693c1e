namespace Tiny.Bench.Reference.Plans;

/// <summary>Sizes and places of Boards/docs/plan.md, version 1.</summary>
internal static class PlanLayout
{
    public const ushort Version = 1;
    public const int HeaderBytes = 128;
    public const int TensorBytes = 24;
    public const int OperatorBytes = 16;
    public const int Alignment = 16;
    public const int Inputs = 3;
    public const int ModelIdBytes = 16;
    public const int MostInputsOrOutputs = 16;
    public const ushort NoTensor = ushort.MaxValue;

    /// <summary>Where the bytes begin that the CRC is over.</summary>
    public const int ChecksumFrom = 16;

    /// <summary>The first four bytes.</summary>
    public static ReadOnlySpan<byte> Magic => "TBPL"u8;

    /// <summary>Rounds a place up to the next multiple of 16.</summary>
    public static long Align(long bytes) => (bytes + Alignment - 1) / Alignment * Alignment;

    /// <summary>Whether a character may stand in a model id.</summary>
    public static bool IsIdCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.';
}
