namespace Tiny.Bench.Cli.Running;

/// <summary>A stream of a head and then one pattern over and over: a file of any length that takes no disk.</summary>
internal sealed class RepeatedBytes(byte[] head, byte[] pattern, long length) : Stream
{
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        int wanted = (int)Math.Min(buffer.Length, length - _position);
        int done = 0;
        while (done < wanted)
        {
            bool inHead = _position < head.Length;
            ReadOnlySpan<byte> rest = inHead ? head.AsSpan((int)_position) : pattern.AsSpan((int)((_position - head.Length) % pattern.Length));
            int count = Math.Min(rest.Length, wanted - done);
            rest[..count].CopyTo(buffer[done..]);
            done += count;
            _position += count;
        }

        return done;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<int>(cancellationToken) : ValueTask.FromResult(Read(buffer.Span));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
