using System.Buffers.Binary;

namespace Tiny.Bench.Reference.Models;

/// <summary>Spoils a good model in one to three places. Mutant k of a seed is the same on every machine, whatever came before it.</summary>
/// <remarks>Most damage is done outside the constants, where a file says what it is; a wrong weight is only a wrong weight.</remarks>
internal sealed class ModelMutator
{
    private readonly byte[] _original;
    private readonly byte[] _mutant;
    private readonly int[] _structure;
    private readonly ulong _seed;

    /// <summary>Prepares mutants of <paramref name="original"/>, which must parse.</summary>
    public ModelMutator(byte[] original, ulong seed)
    {
        _original = original;
        _mutant = new byte[original.Length];
        _structure = Structure(original);
        _seed = seed;
    }

    /// <summary>Mutant number <paramref name="number"/>; the bytes are valid until the next call.</summary>
    public ReadOnlyMemory<byte> Create(int number)
    {
        _original.CopyTo(_mutant, 0);
        var random = new SplitMix64(_seed + ((ulong)number * 0xD1342543DE82EF95));
        int length = _mutant.Length;
        int changes = 1 + random.Below(3);
        for (int change = 0; change < changes; change++)
            length = Math.Min(length, Change(random));
        return _mutant.AsMemory(0, length);
    }

    /// <summary>Makes one change and returns the length that the file has after it.</summary>
    private int Change(SplitMix64 random)
    {
        switch (random.Below(7))
        {
            case 0:
                _mutant[Position(random)] ^= (byte)(1 << random.Below(8));
                break;
            case 1:
                _mutant[Position(random)] = (byte)random.Next();
                break;
            case 2 when random.Below(4) == 0:
                return random.Below(_mutant.Length);
            case 3:
                SwapWords(Word(random), Word(random));
                break;
            case 4:
                BinaryPrimitives.WriteInt32LittleEndian(Word(random), HugeLength(random));
                break;
            case 5:
                Splice(random);
                break;
            default:
                BinaryPrimitives.WriteInt32LittleEndian(Word(random), random.Below(_mutant.Length));
                break;
        }

        return _mutant.Length;
    }

    private int HugeLength(SplitMix64 random) => random.Below(6) switch
    {
        0 => -1,
        1 => int.MaxValue,
        2 => int.MinValue,
        3 => _mutant.Length - random.Below(16),
        4 => 1 << random.Below(31),
        _ => -random.Below(_mutant.Length),
    };

    private void Splice(SplitMix64 random)
    {
        int from = Position(random), to = Position(random);
        int length = Math.Min(1 + random.Below(256), _mutant.Length - Math.Max(from, to));
        _mutant.AsSpan(from, length).CopyTo(_mutant.AsSpan(to));
    }

    private static void SwapWords(Span<byte> first, Span<byte> second)
    {
        int word = BinaryPrimitives.ReadInt32LittleEndian(first);
        BinaryPrimitives.WriteInt32LittleEndian(first, BinaryPrimitives.ReadInt32LittleEndian(second));
        BinaryPrimitives.WriteInt32LittleEndian(second, word);
    }

    private Span<byte> Word(SplitMix64 random) => _mutant.AsSpan(Math.Min(Position(random) & ~3, _mutant.Length - 4), 4);

    private int Position(SplitMix64 random) =>
        random.Below(8) == 0 ? random.Below(_mutant.Length) : _structure[random.Below(_structure.Length)];

    /// <summary>The offsets of all bytes that are not in a constant.</summary>
    private static int[] Structure(byte[] original)
    {
        var isConstant = new bool[original.Length];
        foreach (ModelTensor tensor in TfliteModel.Parse(original, "original").Subgraphs.SelectMany(graph => graph.Tensors))
        {
            if (tensor.Data is { Length: > 0 } data && original.AsSpan().Overlaps(data.Span, out int start))
                isConstant.AsSpan(start, data.Length).Fill(true);
        }

        return Enumerable.Range(0, original.Length).Where(at => !isConstant[at]).ToArray();
    }
}
