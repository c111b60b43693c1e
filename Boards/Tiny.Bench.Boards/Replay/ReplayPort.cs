using System.Globalization;
using System.Text;
using System.Threading.Channels;
using Tiny.Bench.Boards.Links;

namespace Tiny.Bench.Boards.Replay;

/// <summary>A device made of a recording: it speaks the official protocol byte by byte and answers what the recorded device answered.</summary>
/// <remarks>
/// A load is found by its bytes where the recording holds them, else by its place: the next input is the next recorded one.
/// What was not recorded is refused with an <c>e-[...]</c>, never made up.
/// </remarks>
public sealed class ReplayPort : ISerialPort
{
    private readonly Recording _recording;
    private readonly Channel<byte[]> _output = Channel.CreateUnbounded<byte[]>();
    private readonly StringBuilder _command = new();
    private readonly List<byte> _loaded = [];
    private ReadOnlyMemory<byte> _rest;
    private int _expected;
    private int _place = -1;
    private uint _microseconds;
    private RecordedInference? _last;

    /// <summary>Starts the device; its boot text is over.</summary>
    public ReplayPort(Recording recording) => _recording = recording;

    /// <inheritdoc/>
    public string Name => $"replay:{_recording.Source}";

    /// <inheritdoc/>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken ct)
    {
        if (_rest.IsEmpty)
            _rest = await _output.Reader.ReadAsync(ct);
        int count = Math.Min(buffer.Length, _rest.Length);
        _rest[..count].CopyTo(buffer);
        _rest = _rest[count..];
        return count;
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(ReadOnlyMemory<byte> data, CancellationToken ct)
    {
        foreach (byte value in data.Span)
        {
            if (value != (byte)'%')
            {
                _command.Append((char)value);
                continue;
            }

            Execute(_command.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
            _command.Clear();
            Say("m-ready");
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public void DiscardInput()
    {
        _rest = default;
        while (_output.Reader.TryRead(out _))
        {
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _output.Writer.TryComplete();
        return ValueTask.CompletedTask;
    }

    private void Execute(string[] words)
    {
        switch (words)
        {
            case ["name"]:
                Say($"m-name-dut-[{_recording.Vendor ?? "unspecified"}]");
                break;
            case ["profile"]:
                Say("m-profile-[ULPMark for tinyML Firmware V0.0.1]");
                if (_recording.ModelId is { } model)
                    Say($"m-model-[{model}]");
                break;
            case ["db", "load", var size] when int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0:
                _expected = count;
                _loaded.Clear();
                Say($"m-[Expecting {count} bytes]");
                break;
            case ["db", "print"]:
                foreach (byte[] line in _loaded.Chunk(8))
                    Say($"m-buffer-{string.Join('-', line.Select(value => value.ToString("x2", CultureInfo.InvariantCulture)))}");
                break;
            case ["db", var digits]:
                Store(digits);
                break;
            case ["infer", var count, var warmup]:
                Infer(count, warmup);
                break;
            case ["results"]:
                Say($"m-results-[{_last?.Results}]");
                break;
            default:
                Say($"e-[Unknown command: {(words.Length == 0 ? "" : words[0])}]");
                break;
        }
    }

    private void Store(string digits)
    {
        byte[] bytes;
        try
        {
            bytes = Convert.FromHexString(digits);
        }
        catch (FormatException)
        {
            Say("e-[Insufficent number of hex digits]");
            return;
        }

        if (_loaded.Count == _expected)
            return;
        _loaded.AddRange(bytes.Take(_expected - _loaded.Count));
        if (_loaded.Count != _expected)
            return;
        _place++;
        Say("m-load-done");
    }

    private void Infer(string count, string warmup)
    {
        RecordedInference? recorded = Find()?.Inferences.FirstOrDefault(inference => Fits(inference.Count, count) && Fits(inference.Warmup, warmup));
        if (recorded is null)
        {
            Say($"e-[{_recording.Source} tells of no infer {count} {warmup} on this input]");
            return;
        }

        _last = recorded;
        Say($"m-warmup-start-{warmup}");
        Say("m-warmup-done");
        Say($"m-infer-start-{count}");
        if (recorded.Elapsed is { } elapsed)
        {
            Say($"m-lap-us-{_microseconds.ToString(CultureInfo.InvariantCulture)}");
            _microseconds = unchecked(_microseconds + (uint)(ulong)elapsed.TotalMicroseconds);
            Say($"m-lap-us-{_microseconds.ToString(CultureInfo.InvariantCulture)}");
        }

        Say("m-infer-done");
        Say($"m-results-[{recorded.Results}]");
    }

    private RecordedLoad? Find()
    {
        byte[] content = [.. _loaded];
        if (_recording.Loads.FirstOrDefault(load => load.Content is { } recorded && recorded.AsSpan().SequenceEqual(content)) is { } same)
            return same;
        return _recording.Loads.ElementAtOrDefault(_place) is { Content: null } next ? next : null;
    }

    private static bool Fits(int? recorded, string asked) =>
        recorded is not { } number || string.Equals(number.ToString(CultureInfo.InvariantCulture), asked, StringComparison.Ordinal);

    private void Say(string line) => _output.Writer.TryWrite(Encoding.UTF8.GetBytes($"{line}\r\n"));
}
