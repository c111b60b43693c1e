using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>What this processor has, asked once.</summary>
internal static class Tiers
{
    /// <summary>An <see cref="AppContext"/> switch, to be set before the first model is prepared: the portable tier whatever the processor has.</summary>
    public const string PortableSwitch = "Tiny.Bench.PortableKernels";

    /// <summary>The best tier for sums of four products a lane.</summary>
    public static Tier Best { get; } = Choose();

    /// <summary>Whether there is 512-bit arithmetic on bytes and words beside the best tier.</summary>
    public static bool HasAvx512BW => Avx512BW.IsSupported;

    /// <summary>Whether bytes can be brought into any order within 512 bits beside the best tier.</summary>
    public static bool HasBytePermutation => Avx512Vbmi.IsSupported;

    /// <summary>Whether <paramref name="kernels"/> lets fast kernels run on this processor.</summary>
    public static bool Allow(KernelSet kernels) => kernels == KernelSet.Fast || (kernels == KernelSet.Auto && Vector128.IsHardwareAccelerated);

    /// <summary>The name used in reports.</summary>
    public static string Name(this Tier tier) => tier switch
    {
        Tier.AvxVnni => "avx-vnni",
        Tier.Avx512BW => "avx-512bw",
        Tier.Avx2 => "avx2",
        Tier.AdvSimdDp => "advsimd-dp",
        Tier.Vector128 => "vector128",
        _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, "Not a tier."),
    };

    private static Tier Choose()
    {
        if (AppContext.TryGetSwitch(PortableSwitch, out bool isPortable) && isPortable)
            return Tier.Vector128;
        if (AvxVnni.IsSupported && Avx2.IsSupported)
            return Tier.AvxVnni;
        if (Avx512BW.IsSupported)
            return Tier.Avx512BW;
        if (Avx2.IsSupported)
            return Tier.Avx2;
        return Dp.IsSupported ? Tier.AdvSimdDp : Tier.Vector128;
    }
}
