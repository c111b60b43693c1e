using System.Buffers;
using System.Globalization;
using Tiny.Bench.Boards.Protocol.Messages;

namespace Tiny.Bench.Boards.Replay;

/// <summary>Follows a recorded dialogue: which input lay in the device when it inferred, and what it answered (protocol.md sections 5 to 7).</summary>
internal sealed class RecordedDialogue(RecordingBuilder builder)
{
    private readonly List<byte> _input = [];
    private bool _isNewInput;
    private bool _opensInput;
    private int _frameOffset;
    private long _ticksHz;

    /// <summary>Takes a command, without its percent sign.</summary>
    /// <returns>Bytes of the frame that follows it; 0 for none.</returns>
    public int Command(string command)
    {
        switch (command.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            case ["db", "load", ..]:
                Begin(isInput: true);
                break;
            case ["db", var digits]:
                AppendDigits(digits);
                break;
            case ["infer", ..]:
                TakeInput();
                builder.Command(command);
                break;
            case ["tb", "open", var slot, ..]:
                Begin(slot == "data");
                break;
            case ["tb", "put", var offset, var length, ..]:
                _frameOffset = Number(offset);
                return Number(length);
            case ["tb", "run", var length, ..]:
                Begin(isInput: true);
                return Number(length);
        }

        return 0;
    }

    /// <summary>Takes a frame, whole.</summary>
    public void Frame(ReadOnlySpan<byte> content)
    {
        if (!_opensInput || _frameOffset > _input.Count)
            return;
        _input.RemoveRange(_frameOffset, _input.Count - _frameOffset);
        _input.AddRange(content);
        _isNewInput = true;
    }

    /// <summary>Takes a line of the device, without its end.</summary>
    /// <returns>Raw bytes that follow it; 0 for none.</returns>
    public int Line(ReadOnlySpan<byte> line)
    {
        if (!ExtensionMessage.TryParse(line, out ExtensionMessage message))
        {
            builder.Device(line);
            return 0;
        }

        switch (message)
        {
            case { Key: "model-id" }:
                builder.Runs(message.Value);
                break;
            case { Key: "timer-hz" }:
                _ticksHz = Number(message.Value);
                break;
            case { Key: "run", Items: [var ticks, _, { Length: > 0 } output] }:
                TakeInput();
                builder.Asked(1, 0);
                builder.Results(Codes(output), Elapsed(ticks));
                break;
            case { Key: "dump", Items: [_, _, var length, _] }:
                return Number(length);
        }

        return 0;
    }

    private void Begin(bool isInput)
    {
        _opensInput = isInput;
        _frameOffset = 0;
        if (!isInput)
            return;
        _input.Clear();
        _isNewInput = true;
    }

    // A load counts from the inference on: one that was disturbed and sent again is one.
    private void TakeInput()
    {
        if (_isNewInput)
            builder.Load([.. _input]);
        _isNewInput = false;
    }

    private void AppendDigits(string digits)
    {
        var part = new byte[digits.Length / 2];
        if (Convert.FromHexString(digits, part, out _, out int count) == OperationStatus.Done)
            _input.AddRange(part.AsSpan(0, count));
    }

    // int8 codes, as some official firmware prints its results (protocol.md section 6).
    private static string Codes(string hex)
    {
        var codes = new byte[hex.Length / 2];
        return Convert.FromHexString(hex, codes, out _, out _) == OperationStatus.Done
            ? string.Join(',', codes.Select(code => ((sbyte)code).ToString(CultureInfo.InvariantCulture)))
            : "";
    }

    private TimeSpan? Elapsed(string ticks) =>
        _ticksHz > 0 && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out long count) && count / _ticksHz < int.MaxValue
            ? TimeSpan.FromSeconds((double)count / _ticksHz)
            : null;

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
}
