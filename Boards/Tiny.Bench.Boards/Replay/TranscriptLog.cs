using System.Text;
using Tiny.Bench.Boards.Links;

namespace Tiny.Bench.Boards.Replay;

/// <summary>Transcripts, ours and those of the official runner: commands, frames and text lines are put together again from the pieces they passed in.</summary>
/// <remarks>Boards/docs/protocol.md, section 9. Times and notes are passed over.</remarks>
internal sealed class TranscriptLog
{
    private readonly RecordedDialogue _dialogue;
    private readonly List<byte> _command = [];
    private readonly List<byte> _frame = [];
    private readonly List<byte> _line = [];
    private int _frameRest;
    private int _dumpRest;

    private TranscriptLog(RecordingBuilder builder) => _dialogue = new RecordedDialogue(builder);

    /// <summary>Whether a line is an exchange of a transcript.</summary>
    public static bool IsExchange(string line) => TranscriptEntry.TryParse(line, out _);

    /// <summary>Reads all lines.</summary>
    /// <exception cref="RecordingException">A line is neither an exchange nor a note.</exception>
    public static void Read(string source, string[] lines, RecordingBuilder builder)
    {
        var log = new TranscriptLog(builder);
        for (int index = 0; index < lines.Length; index++)
        {
            if (TranscriptEntry.TryParse(lines[index], out TranscriptEntry entry))
                log.Take(entry);
            else if (lines[index] is not ("" or ['#', ..]))
                throw new RecordingException($"{source}, line {index + 1}", @"is no line of a transcript; expected the form ""[12.345678] < m-ready\r\n"", or # and a note");
        }
    }

    private void Take(TranscriptEntry entry)
    {
        if (entry.Direction == LinkDirection.ToDevice)
        {
            // What the device had begun to say before is no part of its next answer.
            _line.Clear();
            _dumpRest = 0;
            foreach (byte value in entry.Bytes.Span)
                TakeSent(value);
        }
        else
        {
            foreach (byte value in entry.Bytes.Span)
                TakeReceived(value);
        }
    }

    private void TakeSent(byte value)
    {
        if (_frameRest > 0)
        {
            _frame.Add(value);
            if (--_frameRest > 0)
                return;
            _dialogue.Frame([.. _frame]);
            _frame.Clear();
        }
        else if (value == (byte)'%')
        {
            _frameRest = _dialogue.Command(Encoding.ASCII.GetString([.. _command]));
            _command.Clear();
        }
        else
        {
            _command.Add(value);
        }
    }

    private void TakeReceived(byte value)
    {
        if (_dumpRest > 0)
        {
            _dumpRest--;
        }
        else if (value == (byte)'\n')
        {
            _dumpRest = _dialogue.Line([.. _line]);
            _line.Clear();
        }
        else if (value is not ((byte)'\r' or 0))
        {
            _line.Add(value);
        }
    }
}
