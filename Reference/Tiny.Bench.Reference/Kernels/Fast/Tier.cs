namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>Instructions that a fast kernel is built from, the best first.</summary>
internal enum Tier
{
    /// <summary>Four products a lane, u8 by s8, in 256 bits.</summary>
    AvxVnni,

    /// <summary>Pairs of int16 products in 512 bits.</summary>
    Avx512BW,

    /// <summary>Pairs of int16 products in 256 bits.</summary>
    Avx2,

    /// <summary>Four products a lane, s8 by s8, in 128 bits on Arm.</summary>
    AdvSimdDp,

    /// <summary>128 bits of whatever processor; emulated where there is none.</summary>
    Vector128,
}
