using System.Text;
using Tiny.Bench.Boards.Links;

namespace Tiny.Bench.Boards.Catalog;

/// <summary>Asks a device who it is, in the words of the official protocol.</summary>
/// <remarks>
/// Boards/docs/protocol.md, sections 2 to 4, 7.1 and 8. Nothing but <c>name%</c>, <c>profile%</c> and, to our own firmware, <c>tb caps%</c> is
/// ever sent, so never an empty command.
/// </remarks>
internal sealed class ProbeDialogue(ISerialPort port, TimeSpan reply, TimeProvider time)
{
    // A byte that was sent at a wrong speed, or the half of a command that a broken run left behind, spoils one command.
    private const int Attempts = 3;
    private const int LongestLine = 1024;
    private const string Ready = "m-ready";
    private const string Refused = "e-[";
    private const string OurVendor = "Tiny.Bench";
    private readonly byte[] _buffer = new byte[256];
    private readonly StringBuilder _line = new();
    private readonly Queue<string> _lines = new();

    /// <summary>The device's answer; null when nothing that speaks the protocol is there.</summary>
    public async Task<ProbeAnswer?> AskAsync(CancellationToken ct)
    {
        port.DiscardInput();
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            (string? vendor, bool spoke) = await AskAsync("name%", "m-name-dut-[", ct);
            if (vendor is not null)
                return await DescribeAsync(vendor, ct);
            if (!spoke)
                return null;
        }

        return null;
    }

    private async Task<ProbeAnswer> DescribeAsync(string vendor, CancellationToken ct)
    {
        string? model = (await AskAsync("profile%", "m-model-[", ct)).Value;
        string? board = vendor == OurVendor ? (await AskAsync("tb caps%", "m-tb-board-[", ct)).Value : null;
        return new ProbeAnswer(vendor, model, board);
    }

    // The wanted line counts, wherever in the replies it comes: boot text that is late shifts them by one, and so does a second m-ready.
    private async Task<(string? Value, bool Spoke)> AskAsync(string command, string prefix, CancellationToken ct)
    {
        using var late = new CancellationTokenSource(reply, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, ct);
        string? value = null;
        bool spoke = false, refused = false;
        try
        {
            await port.WriteAsync(Encoding.ASCII.GetBytes(command), either.Token);
            while (true)
            {
                string line = await ReadLineAsync(either.Token);
                value ??= Bracketed(line, prefix);
                bool ready = line.Contains(Ready, StringComparison.Ordinal);
                spoke |= ready;
                refused |= line.Contains(Refused, StringComparison.Ordinal);
                if (ready && (refused || value is not null))
                    return (value, true);
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return (value, spoke);
        }
    }

    private static string? Bracketed(string line, string prefix)
    {
        int start = line.IndexOf(prefix, StringComparison.Ordinal) + prefix.Length;
        int end = line.LastIndexOf(']');
        return start >= prefix.Length && end >= start ? line[start..end] : null;
    }

    private async ValueTask<string> ReadLineAsync(CancellationToken ct)
    {
        string? line;
        while (!_lines.TryDequeue(out line))
        {
            int count = await port.ReadAsync(_buffer, ct);
            for (int i = 0; i < count; i++)
                Take((char)_buffer[i]);
        }

        return line;
    }

    private void Take(char letter)
    {
        if (letter == '\n')
        {
            _lines.Enqueue(_line.ToString());
            _line.Clear();
        }
        else if (letter is not ('\r' or '\0') && _line.Length < LongestLine)
        {
            _line.Append(letter);
        }
    }
}
