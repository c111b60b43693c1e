using System.Text;
using Tiny.Bench.Boards.Links;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Boards.Virtual.InterfaceBoard;

/// <summary>The official runner's energy session, byte for byte: its commands give the recorded answers.</summary>
public sealed class InterfaceBoardRecordingTests : IDisposable
{
    private const string Prefix = "[dut]: ";

    private readonly Deadline _deadline = new();

    public void Dispose() => _deadline.Dispose();

    [SkippableFact]
    public async Task Answers_the_official_session_as_it_was_recorded()
    {
        string[] lines = File.ReadAllLines(Official.Published("transcripts/kws01_energy_interface.txt"));
        (MemoryPort host, MemoryPort link) = MemoryPort.CreatePair("host");
        (MemoryPort behind, MemoryPort board) = MemoryPort.CreatePair("board");
        await using var emulator = InterfaceBoardEmulator.Start(link, behind, new InterfaceBoardOptions { Restart = TimeSpan.Zero });
        int commands = 0;
        for (int at = 0; at < lines.Length;)
        {
            string command = Unescape(lines[at]);
            int end = at + 1;
            while (end < lines.Length && lines[end].StartsWith("< ", StringComparison.Ordinal))
                end++;
            string[] answers = [.. lines[(at + 1)..end].Select(Unescape)];
            string answer = string.Concat(answers);
            at = end;
            commands++;

            await host.WriteAsync(Encoding.ASCII.GetBytes(command), _deadline.Token);
            if (command.StartsWith("dut ", StringComparison.Ordinal))
            {
                string relayed = command["dut ".Length..];
                Assert.Equal(relayed, Encoding.ASCII.GetString(await board.ReadExactlyAsync(relayed.Length, _deadline.Token)));
                string said = string.Concat(answers.Where(line => line.StartsWith(Prefix, StringComparison.Ordinal)).Select(line => line[Prefix.Length..]));
                await board.WriteAsync(Encoding.ASCII.GetBytes(said), _deadline.Token);
            }

            Assert.Equal(answer, Encoding.ASCII.GetString(await host.ReadExactlyAsync(answer.Length, _deadline.Token)));
        }

        // The speed, name and profile, and five times: db load, 19 db and infer.
        Assert.Equal(1 + 2 + (5 * 21), commands);
    }

    private static string Unescape(string line)
    {
        Assert.True(EscapedBytes.TryParse(line.AsSpan(2), out byte[] bytes), line);
        return Encoding.ASCII.GetString(bytes);
    }
}
