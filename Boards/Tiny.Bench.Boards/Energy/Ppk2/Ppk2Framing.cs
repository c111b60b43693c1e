using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Tiny.Bench.Boards.Energy.Ppk2;

/// <summary>Finds the words in a stream of bytes, and in step again after bytes were lost or added, by the counter.</summary>
/// <remarks>
/// The counter has 6 bits: a loss of exactly 64 samples, or of a multiple, cannot be seen in it. What is lost between is told to the nearest
/// number that the counter allows. Nordic's program (handleRawDataSet) drops a wrong counter's sample and does not look for another beginning
/// of the words: one lost byte makes noise of everything behind it.
/// </remarks>
internal sealed class Ppk2Framing(Action<Ppk2Word> take, Action<int> lose)
{
    // By chance two words in a row fit with 1 in 64, so many with 1 in 10^14.
    private const int Agreeing = 8;
    private const int WordBytes = 4;
    private readonly List<byte> _pending = [];
    private Ppk2Word? _held;
    private int? _expected;
    private bool _lost;
    private int _skipped;

    /// <summary>Takes bytes; a word that is cut stays for the next call.</summary>
    public void Take(ReadOnlySpan<byte> bytes)
    {
        _pending.AddRange(bytes);
        int taken = 0;
        ReadOnlySpan<byte> rest = CollectionsMarshal.AsSpan(_pending);
        while (rest.Length - taken >= WordBytes)
        {
            var word = new Ppk2Word(BinaryPrimitives.ReadUInt32LittleEndian(rest[taken..]));
            if (_lost || (_expected is { } expected && word.Counter != expected))
            {
                _lost = true;
                if (rest.Length - taken < Agreeing * WordBytes)
                    break;
                if (!Agree(rest[taken..]))
                {
                    taken++;
                    _skipped++;
                    continue;
                }

                Resume(word.Counter);
            }

            Complete();
            _held = word;
            _expected = (word.Counter + 1) & Ppk2Word.CounterMask;
            taken += WordBytes;
        }

        _pending.RemoveRange(0, taken);
    }

    /// <summary>No more words will come: the last one is believed without another behind it.</summary>
    public void Complete()
    {
        if (_held is { } held)
            take(held);
        _held = null;
    }

    private static bool Agree(ReadOnlySpan<byte> bytes)
    {
        int counter = new Ppk2Word(BinaryPrimitives.ReadUInt32LittleEndian(bytes)).Counter;
        for (int index = 1; index < Agreeing; index++)
        {
            counter = (counter + 1) & Ppk2Word.CounterMask;
            if (new Ppk2Word(BinaryPrimitives.ReadUInt32LittleEndian(bytes[(index * WordBytes)..])).Counter != counter)
                return false;
        }

        return true;
    }

    // Of the numbers that the counter allows, the one nearest to what was passed over.
    private void Resume(int counter)
    {
        // The word before the break fitted, which a false one does by chance too: it is lost with the others.
        int lost = (counter - (_held?.Counter ?? _expected!.Value)) & Ppk2Word.CounterMask;
        int passed = _skipped / WordBytes;
        while (lost + (Ppk2Word.CounterMask / 2) < passed)
            lost += Ppk2Word.CounterMask + 1;
        lose(lost);
        _held = null;
        _lost = false;
        _skipped = 0;
    }
}
