using System.ComponentModel;
using System.Runtime.Versioning;
using Tiny.Bench.Boards.Targets;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Boards.Links.Posix;

[UnsupportedOSPlatform("windows")]
public class PosixSerialPortOpeningTests
{
    [SkippableFact]
    public async Task A_second_opener_is_told_that_the_port_is_busy_until_the_first_closes()
    {
        Posix();
        using var pty = Pty.Open(stayOpen: true);
        ISerialPort first = await OpenAsync(pty.Path);
        var error = await Assert.ThrowsAsync<PortBusyException>(() => OpenAsync(pty.Path));
        Assert.Equal(pty.Path, error.Where);
        await first.DisposeAsync();
        ISerialPort second = await OpenAsync(pty.Path);
        await second.DisposeAsync();
    }

    [SkippableFact]
    public async Task Other_users_are_kept_out_while_it_is_open_and_let_in_afterwards()
    {
        Posix();
        bool canBecomeNobody = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists("/usr/bin/setpriv");
        Skip.IfNot(canBecomeNobody, "Needs root and setpriv to become another user.");
        using var pty = Pty.Open(stayOpen: true);
        Assert.Equal(0, await OpenedByNobodyAsync(pty.Path));
        ISerialPort port = await OpenAsync(pty.Path);
        Assert.NotEqual(0, await OpenedByNobodyAsync(pty.Path));
        await port.DisposeAsync();
        Assert.Equal(0, await OpenedByNobodyAsync(pty.Path));
    }

    [SkippableFact]
    public async Task Opens_a_symbolic_link_and_reports_under_its_name()
    {
        Posix();
        using var folder = new TemporaryFolder();
        using var pty = Pty.Open(stayOpen: true);
        string link = folder["board-7"];
        File.CreateSymbolicLink(link, pty.Path);
        await using ISerialPort port = await OpenAsync(link);
        Assert.Equal(link, port.Name);
        Assert.Equal(link, (await Assert.ThrowsAsync<PortBusyException>(() => OpenAsync(link))).Where);
    }

    [SkippableFact]
    public async Task Says_what_stands_where_a_port_was_expected()
    {
        Posix();
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(folder["loop"], folder["loop"]);
        string file = folder.Write("file", "no port");
        foreach ((string path, string problem) in new[]
        {
            (folder["nothing"], "there is no such port"),
            (folder["file/below"], "there is no such port"),
            (file, "is not a serial port"),
            (folder.Path, "is not a serial port"),
            ("/dev/null", "is not a serial port"),
            (folder["loop"], "leads to itself"),
        })
        {
            var error = await Assert.ThrowsAsync<PortNotFoundException>(() => OpenAsync(path));
            Assert.Equal(path, error.Where);
            Assert.Contains(problem, error.Problem, StringComparison.Ordinal);
        }

        Assert.Equal("no port", await File.ReadAllTextAsync(file));
    }

    [SkippableFact]
    public async Task A_port_of_someone_else_names_the_group_to_join()
    {
        Posix();
        using var folder = new TemporaryFolder();
        string path = folder.Write("ttyACM0", "");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite);
        string group = (await ProgramRun.OfAsync("id", "-gn")).Output.Trim();
        PortAccessException error = FileUser.AsNobody(folder, () => Assert.Throws<PortAccessException>(() => PosixSerialPort.Open(path, 115200)));
        Assert.Equal((path, group), (error.Where, error.Group));
        Assert.Contains($"sudo usermod -aG {group} $USER", error.Problem, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_port_that_no_group_may_open_names_none()
    {
        Posix();
        using var folder = new TemporaryFolder();
        string path = folder.Write("ttyACM0", "");
        File.SetUnixFileMode(path, UnixFileMode.None);
        PortAccessException error = FileUser.AsNobody(folder, () => Assert.Throws<PortAccessException>(() => PosixSerialPort.Open(path, 115200)));
        Assert.Null(error.Group);
        Assert.Contains("permission denied", error.Problem, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Leaves_the_line_raw_with_eight_bits_and_no_flow_control()
    {
        Posix();
        Skip.IfNot(OperatingSystem.IsLinux(), "stty -F is Linux's.");
        using var pty = Pty.Open(stayOpen: true);
        await ProgramRun.OfAsync("stty", "-F", pty.Path, "sane", "cs7", "parenb", "cstopb", "ixoff", "ixany", "-cread", "-clocal");
        await using ISerialPort port = await OpenAsync(pty.Path);
        string settings = (await ProgramRun.OfAsync("stty", "-a", "-F", pty.Path)).Output;
        string[] words = settings.Split([' ', ';', '\n'], StringSplitOptions.RemoveEmptyEntries);
        const string line = "cs8 cread clocal -parenb -cstopb -crtscts";
        const string raw = "-icrnl -inlcr -igncr -istrip -ixon -ixoff -ixany -opost -isig -icanon -iexten -echo";
        foreach (string word in $"{line} {raw}".Split(' '))
            Assert.Contains(word, words, StringComparer.Ordinal);
        Assert.Contains("min = 1; time = 0;", settings, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData(1200)]
    [InlineData(115200)]
    [InlineData(250000)]
    [InlineData(3000000)]
    public async Task Sets_any_speed_also_one_that_has_no_constant(int baud)
    {
        Posix();
        Skip.IfNot(OperatingSystem.IsLinux(), "Reads the speed by an ioctl of Linux.");
        using var pty = Pty.Open(stayOpen: true);
        await using ISerialPort port = await SerialPorts.OpenAsync(TargetAddress.Parse($"serial:{pty.Path}@{baud}"), CancellationToken.None);

        // stty of this year reads such a speed as 0. The last two of the 11 words of struct termios2 are the speeds.
        const string script = "import fcntl,struct,sys; print(*struct.unpack('11I', fcntl.ioctl(open(sys.argv[1]), 0x802C542A, bytes(44)))[9:])";
        try
        {
            Assert.Equal($"{baud} {baud}", (await ProgramRun.OfAsync("python3", "-c", script, pty.Path)).Output.Trim());
        }
        catch (Win32Exception)
        {
            Requirement.Missing("python3", "There is no python3 to read the speed with.");
        }
    }

    [Theory]
    [InlineData(115200, 115200, true)]
    [InlineData(115200, 117647, true)]
    [InlineData(115200, 118081, false)]
    [InlineData(115200, 9600, false)]
    [InlineData(3000000, 0, false)]
    [InlineData(250000, 256251, false)]
    [InlineData(250000, 256250, true)]
    public void A_speed_is_taken_when_the_driver_comes_within_a_fortieth(int asked, int actual, bool near) =>
        Assert.Equal(near, Termios.IsNear(actual, asked));

    private static void Posix() => Skip.If(OperatingSystem.IsWindows(), "Pseudo-terminals are POSIX's.");

    private static Task<ISerialPort> OpenAsync(string path) =>
        SerialPorts.OpenAsync(TargetAddress.Parse($"serial:{path}"), CancellationToken.None).AsTask();

    private static async Task<int> OpenedByNobodyAsync(string device)
    {
        File.SetUnixFileMode(device, (UnixFileMode)0b110_110_110);
        ProgramRun run = await ProgramRun.OfAsync(
            "/usr/bin/setpriv", "--reuid=65534", "--clear-groups", "/bin/sh", "-c", $"exec 3<>{device}");
        return run.ExitCode;
    }
}
