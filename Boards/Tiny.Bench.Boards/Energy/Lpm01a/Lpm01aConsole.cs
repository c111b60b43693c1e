using System.Text;
using Tiny.Bench.Boards.Links;
using Tiny.Bench.Core;

namespace Tiny.Bench.Boards.Energy.Lpm01a;

/// <summary>The meter's command line, which shares its wire with the samples. Owns the port.</summary>
/// <remarks>
/// A command is a line; <c>ack</c> or <c>error</c> with the command's own words answers it, after the prompt. Every answer is looked for by those
/// words, so that leftovers of an earlier run, or an answer that came too late, are passed over. Source: mlcommons/tiny
/// benchmark/runner/power_manager.py, _send_command and _read_loop, which waits for ever where this has deadlines.
/// </remarks>
internal sealed class Lpm01aConsole : IAsyncDisposable
{
    /// <summary>What it writes when it has ended an acquisition.</summary>
    public const string Completed = "Acquisition completed";

    private const int LongestLine = 4096;
    private const string Reason = "Error detail:";

    private static ReadOnlySpan<byte> Prompt => "PowerShield > "u8;

    private readonly string _name;
    private readonly MeterTimeouts _timeouts;
    private readonly MeterAnswers _answers;
    private readonly List<byte> _line = [];
    private readonly MeterPump _pump;
    private volatile Acquisition? _acquisition;

    /// <summary>Takes over an open port.</summary>
    public Lpm01aConsole(ISerialPort port, MeterTimeouts timeouts, TimeProvider time)
    {
        _name = port.Name;
        _timeouts = timeouts;
        _answers = new MeterAnswers(time);
        port.DiscardInput();
        _pump = new MeterPump(port, time, Consume, Fail);
    }

    /// <summary>From now on samples belong to this; before they are leftovers of an earlier run.</summary>
    public void Acquire(MeterRecording recording, Lpm01aStream stream, Lpm01aFormat format) =>
        _acquisition = new Acquisition(recording, stream, format == Lpm01aFormat.Binary ? new Lpm01aBinary(stream) : null);

    /// <summary>Whether silence of the meter is an error.</summary>
    public void ExpectSamples(bool expect) => _pump.Silence = expect ? _timeouts.Sample : TimeSpan.Zero;

    /// <summary>Sends a command and waits until it is acknowledged.</summary>
    /// <returns>What stands behind the command's words in the answer.</returns>
    /// <exception cref="MeterException">The meter refused it.</exception>
    /// <exception cref="LinkTimeoutException">The meter did not answer.</exception>
    public ValueTask<string> AskAsync(string command, CancellationToken ct) => AskAsync(command, line => Acknowledged(command, line), ct);

    /// <summary>Sends a command and waits for a line.</summary>
    /// <param name="command">Without its line end.</param>
    /// <param name="answer">What the line says; null when it is not the one.</param>
    /// <param name="ct">Ends the wait.</param>
    public async ValueTask<string> AskAsync(string command, Func<string, string?> answer, CancellationToken ct)
    {
        string where = $"{_name}, {command}";
        _answers.Clear();
        await _pump.WriteAsync(Encoding.ASCII.GetBytes($"{command}\r\n"), _timeouts.Answer, command, ct);
        bool refused = false;
        try
        {
            return await _answers.FindAsync(Find, where, $"ack {command}", _timeouts.Answer, ct);
        }
        catch (LinkTimeoutException) when (refused)
        {
            throw new MeterException(where, MeterFault.Refused, $"says error {command} without a reason; expected ack {command}");
        }

        string? Find(string line)
        {
            refused |= line.StartsWith($"error {command}", StringComparison.Ordinal);
            return refused && line.StartsWith(Reason, StringComparison.Ordinal)
                ? throw new MeterException(where, MeterFault.Refused, $"says \"{line[Reason.Length..].Trim()}\"; expected ack {command}")
                : answer(line);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _pump.DisposeAsync();

    private static string? Acknowledged(string command, string line)
    {
        string head = $"ack {command}";
        return line.StartsWith(head, StringComparison.Ordinal) ? line[head.Length..].Trim() : null;
    }

    private void Consume(ReadOnlyMemory<byte> bytes)
    {
        Acquisition? acquisition = _acquisition;
        while (!bytes.IsEmpty)
        {
            // The acknowledgement of start is still text; what follows its line end is not.
            if (acquisition is { Binary: { } binary, Stream.HasEnded: false, IsRunning: true })
            {
                bytes = bytes[binary.Take(bytes.Span)..];
                continue;
            }

            int end = bytes.Span.IndexOf((byte)'\n');
            _line.AddRange(bytes.Span[..(end < 0 ? bytes.Length : end)]);
            bytes = end < 0 ? default : bytes[(end + 1)..];
            if (end >= 0)
                TakeLine(acquisition);
            else if (_line.Count > LongestLine)
                _line.RemoveRange(0, _line.Count - Prompt.Length);
        }

        acquisition?.Recording.Announce();
    }

    private void TakeLine(Acquisition? acquisition)
    {
        _line.RemoveAll(letter => letter is (byte)'\r' or 0);
        ReadOnlySpan<byte> line = _line.ToArray();
        _line.Clear();

        // Behind half a line of an earlier run too.
        int prompt = line.LastIndexOf(Prompt);
        if (prompt >= 0)
            line = line[(prompt + Prompt.Length)..];
        if (line.IsEmpty)
            return;
        if (acquisition is { IsRunning: true } running && !running.Stream.HasEnded)
        {
            if (running.Stream.TryTake(line))
                return;
            string text = Encoding.ASCII.GetString(line);
            if (text.Contains(Completed, StringComparison.Ordinal))
                running.Stream.End();
            else if (text.StartsWith("error", StringComparison.OrdinalIgnoreCase) || text.Contains("overcurrent", StringComparison.OrdinalIgnoreCase))
                RequireAnswer(running, text);
        }

        string answer = Encoding.ASCII.GetString(line);
        if (acquisition is not null && answer.StartsWith("ack start", StringComparison.Ordinal))
            acquisition.IsRunning = true;
        _answers.Add(answer);
    }

    // "error pwr off" answers a command; any other error while it samples is about the samples.
    private static void RequireAnswer(Acquisition running, string text)
    {
        bool answers = text.StartsWith("error pwr", StringComparison.Ordinal) || text.StartsWith("error stop", StringComparison.Ordinal)
            || text.StartsWith("Error detail", StringComparison.Ordinal);
        if (!answers)
            throw running.Stream.Overload(text);
    }

    private void Fail(TinyBenchException failure)
    {
        _acquisition?.Recording.Fail(failure);
        _answers.Fail(failure);
    }

    /// <summary>A measurement under way.</summary>
    private sealed record Acquisition(MeterRecording Recording, Lpm01aStream Stream, Lpm01aBinary? Binary)
    {
        /// <summary>Whether <c>start</c> was acknowledged. Only the reader looks at it.</summary>
        public bool IsRunning { get; set; }
    }
}
