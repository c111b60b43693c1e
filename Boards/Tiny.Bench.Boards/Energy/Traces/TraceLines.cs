using System.Globalization;

namespace Tiny.Bench.Boards.Energy.Traces;

/// <summary>The lines of a text trace, one at a time in one buffer. A last line without its end is torn: half a number reads like a number.</summary>
internal sealed class TraceLines(Stream stream, string name)
{
    private const int LongestLine = 1 << 16;

    private readonly byte[] _buffer = new byte[2 * LongestLine];
    private int _start;
    private int _length;
    private int _lineStart;
    private int _lineLength;

    /// <summary>Number of the line, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Its bytes, without line end and byte order mark; valid until the next is read.</summary>
    public ReadOnlySpan<byte> Line => _buffer.AsSpan(_lineStart, _lineLength);

    /// <summary>File and line, for errors.</summary>
    public string Where => string.Create(CultureInfo.InvariantCulture, $"{name}, line {Number}");

    /// <summary>Reads the next line; false at the end.</summary>
    /// <exception cref="TraceException">A line is longer than 64 KiB, or the last one has no end.</exception>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        int end = _buffer.AsSpan(_start, _length).IndexOf((byte)'\n');
        while (end < 0)
        {
            if (_length > LongestLine)
                throw new TraceException(Where, $"is followed by a line of more than {LongestLine} bytes; expected text");
            _buffer.AsSpan(_start, _length).CopyTo(_buffer);
            _start = 0;
            int read = await stream.ReadAsync(_buffer.AsMemory(_length), cancellationToken).ConfigureAwait(false);
            if (read == 0)
                return _length == 0 ? false : throw new TraceException(string.Create(CultureInfo.InvariantCulture, $"{name}, line {Number + 1}"), "has no line end: the file is torn");
            end = _buffer.AsSpan(_length, read).IndexOf((byte)'\n') is >= 0 and var at ? _length + at : -1;
            _length += read;
        }

        Take(end);
        return true;
    }

    /// <summary>Reads what follows the line as bytes, as much as is at hand; empty at the end. Valid until the next call.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> ReadBytesAsync(CancellationToken cancellationToken)
    {
        if (_length == 0)
        {
            _start = 0;
            _length = await stream.ReadAsync(_buffer, cancellationToken).ConfigureAwait(false);
        }

        ReadOnlyMemory<byte> bytes = _buffer.AsMemory(_start, _length);
        _length = 0;
        return bytes;
    }

    private void Take(int end)
    {
        ReadOnlySpan<byte> line = _buffer.AsSpan(_start, end);
        _lineStart = _start;
        if (Number == 0 && line.StartsWith("\uFEFF"u8))
            _lineStart += 3;
        _lineLength = _start + line.TrimEnd((byte)'\r').Length - _lineStart;
        _start += end + 1;
        _length -= end + 1;
        Number++;
    }
}
