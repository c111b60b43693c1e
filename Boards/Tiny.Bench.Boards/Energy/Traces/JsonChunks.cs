using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Tiny.Bench.Boards.Energy.Traces;

/// <summary>Feeds a JSON reader from a stream, so that a document of any length is read in constant memory.</summary>
internal static class JsonChunks
{
    private const int FirstBuffer = 1 << 16;

    // A token is a name, a label or a number: one that does not fit is no result.
    private const int LargestBuffer = 1 << 20;

    /// <summary>Takes tokens until it wants to be heard: true when it stopped early, false when the reader has no more tokens.</summary>
    public delegate bool Taker(ref Utf8JsonReader reader);

    /// <summary>Reads the document; an item comes whenever the taker stopped early, and one more at the end.</summary>
    /// <exception cref="TraceException">It is no JSON.</exception>
    public static async IAsyncEnumerable<int> ReadAsync(Stream stream, string name, Taker taker, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[FirstBuffer];
        int length = await stream.ReadAtLeastAsync(buffer, Encoding.UTF8.Preamble.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        int start = buffer.AsSpan(0, length).StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        JsonReaderState state = default;
        bool isFinal = length == 0;
        while (true)
        {
            bool stopped = Parse(buffer.AsSpan(start, length - start), isFinal, name, taker, ref state, out int consumed);
            start += consumed;
            if (stopped)
            {
                yield return 1;
                continue;
            }

            if (isFinal)
                break;
            length -= start;
            buffer.AsSpan(start, length).CopyTo(buffer);
            start = 0;
            if (length == buffer.Length)
                Array.Resize(ref buffer, buffer.Length < LargestBuffer ? 2 * buffer.Length : throw new TraceException(name, "holds a JSON token of more than a mebibyte"));
            int read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            isFinal = read == 0;
            length += read;
        }

        yield return 1;
    }

    private static bool Parse(ReadOnlySpan<byte> bytes, bool isFinal, string name, Taker taker, ref JsonReaderState state, out int consumed)
    {
        var reader = new Utf8JsonReader(bytes, isFinal, state);
        try
        {
            bool stopped = taker(ref reader);
            consumed = (int)reader.BytesConsumed;
            state = reader.CurrentState;
            return stopped;
        }
        catch (JsonException fault)
        {
            throw new TraceException(
                string.Create(CultureInfo.InvariantCulture, $"{name}, line {fault.LineNumber + 1}, byte {fault.BytePositionInLine}"),
                "is no JSON from here on; expected the results of a runner",
                fault);
        }
    }
}
