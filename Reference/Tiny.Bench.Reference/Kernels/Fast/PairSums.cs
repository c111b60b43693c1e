using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>ADD of two int8 tensors of the same shape, 16 codes at a time; the last ones are computed twice where their number is no multiple.</summary>
/// <remarks>
/// The input with the larger scale has the factor 1/2 exactly, by which a code shifted left is divided without a rest: every dialect's term is one shift.
/// Below 256 bits, and for fewer than 16 codes, terms come from tables: there are no more than 256 of each.
/// </remarks>
internal sealed class PairSums<TRounding> : IFastPair
    where TRounding : struct, ILaneRounding
{
    private const int Lanes = ChannelLanes.Width, Codes = 1 << 8;

    private readonly SumCodes _codes;
    private readonly Tier _tier = Tiers.Best switch
    {
        Tier.AvxVnni or Tier.Avx512BW when Tiers.HasAvx512BW => Tier.Avx512BW,
        Tier.AvxVnni or Tier.Avx2 => Tier.Avx2,
        _ => Tier.Vector128,
    };

    private readonly AlignedMemory<int> _factors = new(3 * ChannelLanes.Words);
    private readonly bool _isHalf1;
    private readonly bool _isHalf2;
    private readonly int[] _terms1 = new int[Codes];
    private readonly int[] _terms2 = new int[Codes];

    /// <summary>Derives factors and terms.</summary>
    public PairSums(SumCodes codes)
    {
        _codes = codes;
        _isHalf1 = IsHalf(codes.Input1Multiplier, codes.Input1ZeroPoint, codes.LeftShift);
        _isHalf2 = IsHalf(codes.Input2Multiplier, codes.Input2ZeroPoint, codes.LeftShift);
        ReadOnlySpan<QuantizedMultiplier> factors = [codes.Input1Multiplier, codes.Input2Multiplier, codes.OutputMultiplier];
        for (int block = 0; block < factors.Length; block++)
            ChannelLanes.PackSameFactor<TRounding>(_factors.Span.Slice(block * ChannelLanes.Words, ChannelLanes.Words), factors[block]);
        ChannelLanes.PackOutput(_factors.Span[(2 * ChannelLanes.Words)..], codes.OutputZeroPoint, codes.ActivationMinimum, codes.ActivationMaximum);
        for (int code = sbyte.MinValue; code <= sbyte.MaxValue; code++)
            (_terms1[(byte)code], _terms2[(byte)code]) = codes.Terms<TRounding>(code, code);
    }

    /// <summary>Memory that it takes.</summary>
    public static long Bytes => AlignedMemory<int>.Bytes(3 * ChannelLanes.Words) + (2 * Codes * sizeof(int));

    /// <inheritdoc/>
    public string Name => _tier == Tier.Vector128 ? "tables" : $"{_tier.Name()} pairs";

    /// <inheritdoc/>
    public void Run(ReadOnlySpan<sbyte> input1, ReadOnlySpan<sbyte> input2, Span<sbyte> output)
    {
        if (input1.Length != output.Length || input2.Length != output.Length)
            throw new ArgumentException($"The inputs have {input1.Length} and {input2.Length} codes; expected {output.Length}.", nameof(output));
        ref sbyte first = ref MemoryMarshal.GetReference(input1), second = ref MemoryMarshal.GetReference(input2);
        if (output.Length < Lanes || _tier == Tier.Vector128)
            AddByTables(input1, input2, output);
        else if (_tier == Tier.Avx512BW)
            Add512(ref first, ref second, ref MemoryMarshal.GetReference(output), output.Length);
        else
            Add256(ref first, ref second, ref MemoryMarshal.GetReference(output), output.Length);
    }

    private void AddByTables(ReadOnlySpan<sbyte> input1, ReadOnlySpan<sbyte> input2, Span<sbyte> output)
    {
        for (int at = 0; at < output.Length; at++)
            output[at] = (sbyte)_codes.Code<TRounding>(_terms1[(byte)input1[at]] + _terms2[(byte)input2[at]]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add512(ref sbyte input1, ref sbyte input2, ref sbyte output, int length)
    {
        ref int factor1 = ref _factors.First, factor2 = ref Unsafe.Add(ref factor1, ChannelLanes.Words);
        ref int total = ref Unsafe.Add(ref factor2, ChannelLanes.Words);
        Vector512<int> zero1 = Vector512.Create(_codes.Input1ZeroPoint), zero2 = Vector512.Create(_codes.Input2ZeroPoint);
        int shift = _codes.LeftShift;
        for (int at = 0; at < length; at += Lanes)
        {
            nuint place = (nuint)Math.Min(at, length - Lanes);
            Vector512<int> x1 = Avx512F.ConvertToVector512Int32(Vector128.LoadUnsafe(ref input1, place)) - zero1;
            Vector512<int> x2 = Avx512F.ConvertToVector512Int32(Vector128.LoadUnsafe(ref input2, place)) - zero2;
            Vector512<int> term1 = _isHalf1 ? x1 << (shift - 1) : TRounding.Requantize(x1 << shift, ref factor1);
            Vector512<int> term2 = _isHalf2 ? x2 << (shift - 1) : TRounding.Requantize(x2 << shift, ref factor2);
            Lanes512.Requantize<TRounding>(term1 + term2, ref total).StoreUnsafe(ref output, place);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add256(ref sbyte input1, ref sbyte input2, ref sbyte output, int length)
    {
        ref int total = ref Unsafe.Add(ref _factors.First, 2 * ChannelLanes.Words);
        for (int at = 0; at < length; at += Lanes)
        {
            nuint place = (nuint)Math.Min(at, length - Lanes);
            var sums = new Lanes256(Terms(ref input1, ref input2, place), Terms(ref input1, ref input2, place + (Lanes / 2)));
            Lanes256.Requantize<TRounding>(sums, ref total).StoreUnsafe(ref output, place);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<int> Terms(ref sbyte input1, ref sbyte input2, nuint place)
    {
        Vector256<int> x1 = Widen(ref input1, place) - Vector256.Create(_codes.Input1ZeroPoint);
        Vector256<int> x2 = Widen(ref input2, place) - Vector256.Create(_codes.Input2ZeroPoint);
        ref int factor1 = ref _factors.First, factor2 = ref Unsafe.Add(ref factor1, ChannelLanes.Words);
        int shift = _codes.LeftShift;
        return (_isHalf1 ? x1 << (shift - 1) : TRounding.Requantize(x1 << shift, ref factor1))
            + (_isHalf2 ? x2 << (shift - 1) : TRounding.Requantize(x2 << shift, ref factor2));
    }

    // 9 bits of difference and 20 of shift, so that neither the shift wraps nor binary32 rounds.
    private static bool IsHalf(QuantizedMultiplier factor, int zeroPoint, int leftShift) =>
        factor == new QuantizedMultiplier(1 << 30, 0) && zeroPoint is >= sbyte.MinValue and <= sbyte.MaxValue && leftShift is >= 1 and <= 20;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Widen(ref sbyte codes, nuint place) =>
        Avx2.ConvertToVector256Int32(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<long>(ref Unsafe.As<sbyte, byte>(ref Unsafe.Add(ref codes, place)))).AsSByte());
}
