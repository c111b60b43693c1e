namespace Tiny.Bench.Reference.Models;

/// <summary>Affine quantization: <c>real = scale * (code - zeroPoint)</c>, per tensor or per channel.</summary>
/// <remarks>Scales are the file's own binary32 values, never parsed from decimal text; the reader has checked that they are finite and positive.</remarks>
public sealed class Quantization
{
    /// <summary>No quantization: a float tensor, or an integer tensor that is not a code.</summary>
    public static Quantization None { get; } = new([], [], 0);

    /// <summary>Creates a quantization with as many zero points as scales.</summary>
    public Quantization(float[] scales, int[] zeroPoints, int axis)
    {
        if (zeroPoints.Length != scales.Length)
            throw new ArgumentException($"There are {zeroPoints.Length} zero points for {scales.Length} scales.", nameof(zeroPoints));
        Scales = scales;
        ZeroPoints = zeroPoints;
        Axis = axis;
    }

    /// <summary>One scale per tensor, or one per channel along <see cref="Axis"/>; none when the tensor is not quantized.</summary>
    public ReadOnlyMemory<float> Scales { get; }

    /// <summary>One zero point per scale.</summary>
    public ReadOnlyMemory<int> ZeroPoints { get; }

    /// <summary>The axis that <see cref="Scales"/> runs along when there is more than one.</summary>
    public int Axis { get; }

    /// <summary>Whether there is any scale.</summary>
    public bool IsQuantized => !Scales.IsEmpty;

    /// <summary>Whether there is more than one scale.</summary>
    public bool IsPerChannel => Scales.Length > 1;

    /// <summary>The scale of a per-tensor quantization, the first one otherwise.</summary>
    public float Scale => Scales.Span[0];

    /// <summary>The zero point of a per-tensor quantization, the first one otherwise.</summary>
    public int ZeroPoint => ZeroPoints.Span[0];
}
