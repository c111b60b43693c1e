using System.Globalization;
using System.Text;
using Tiny.Bench.Boards.Links;

namespace Tiny.Bench.Boards.Energy.Emulation;

/// <summary>An emulated X-NUCLEO-LPM01A: the command line, the samples in both formats, time stamps and the edges of D7.</summary>
/// <remarks>What it says and when follows the recording kws01_energy_lpm01a.txt of the official runner's session.</remarks>
public sealed class Lpm01aEmulator : MeterEmulator
{
    private const string Prompt = "PowerShield > ";
    private const int SamplesPerStamp = 1000;
    private const double HighestCurrent = 0.050;

    private readonly StringBuilder _command = new();
    private double _volts = 3.3;
    private int _rate = 100;
    private bool _binary;
    private bool _powered;
    private int _sinceStamp;
    private int _pulses;
    private int _eventNumber;

    private Lpm01aEmulator(ISerialPort port, IEmulatedLoad load, MeterEmulation emulation)
        : base(port, load, emulation)
    {
    }

    private protected override int SampleBytes => _binary ? 2 : "6409-07\r\n".Length;

    /// <summary>Starts one at the meter's side of a port.</summary>
    public static Lpm01aEmulator Start(ISerialPort port, IEmulatedLoad load, MeterEmulation emulation)
    {
        var emulator = new Lpm01aEmulator(port, load, emulation);
        if (emulation.StartsStale)
            emulator.BeginSampling(emulator._rate);
        emulator.Start();
        return emulator;
    }

    private protected override void Receive(ReadOnlySpan<byte> bytes)
    {
        foreach (byte letter in bytes)
        {
            if (letter != (byte)'\n')
            {
                _command.Append((char)letter);
                continue;
            }

            string command = _command.ToString().TrimEnd('\r');
            _command.Clear();
            Execute(command);
        }
    }

    private protected override void SendSample(long index, double amperes, int pulses)
    {
        double joules = (_powered ? amperes : 0) * _volts / _rate;
        if (_binary)
            Send(Binary(joules));
        else
            Send(Encoding.ASCII.GetBytes(Ascii(joules)));
        for (; _pulses < pulses; _pulses++)
        {
            if (!_binary)
                Say(string.Create(CultureInfo.InvariantCulture, $"event {_eventNumber++ % 100:00} ris"));
        }

        if (amperes > HighestCurrent * 1.2)
            ReportOvercurrent();
        else if (++_sinceStamp >= SamplesPerStamp)
            SendStamp((index + 1) * 1000 / _rate);
    }

    private protected override void ReportOvercurrent()
    {
        if (_binary)
            Send([0xF0, 0xF5, 0xFF, 0xFF]);
        else
            Say("error overcurrent");
        _powered = false;
        EndSampling();
    }

    // It sends a stamp for every thousand that it took, whether it could keep them or not.
    private protected override void Skipped(int samples) => _sinceStamp += samples;

    private void Execute(string command)
    {
        switch (command.Split(' '))
        {
            case ["start"]:
                Acknowledge(command);
                (_sinceStamp, _pulses) = (0, 0);
                BeginSampling(_rate);
                return;
            case ["stop"]:
                if (_binary)
                    Send([0xF0, 0xF4, 0xFF, 0xFF]);
                EndSampling();
                Acknowledge(command);
                Say("");
                Say("Acquisition completed");
                return;
            case ["powershield"]:
                Acknowledge(command);
                Say($"PowerShield present {MonitorIdentity.EmulatedId}");
                return;
            case ["version"]:
                Acknowledge($"version {Emulation.Firmware}");
                return;
            case ["pwr", "off"] when Version.Parse(Emulation.Firmware) < new Version(1, 0, 6):
                Say($"{Prompt}error {command}");
                Say("Error detail: unknown argument");
                return;
            case ["pwr", var state, ..]:
                _powered = state == "on";
                break;
            case ["volt", var millivolts]:
                _volts = Number(millivolts) * 1e-3;
                break;
            case ["freq", var rate]:
                _rate = (int)Number(rate) * (rate.EndsWith('k') ? 1000 : 1);
                break;
            case ["format", var format]:
                _binary = format == "bin_hexa";
                break;
            case ["htc" or "hrc" or "lcd" or "acqtime" or "trigdelay" or "trigsrc" or "eventsrc" or "output", ..]:
                break;
            default:
                Say($"{Prompt}error {command}");
                Say("Error detail: unknown command");
                return;
        }

        Acknowledge(command);
    }

    private void SendStamp(long milliseconds)
    {
        _sinceStamp = 0;
        if (_binary)
            Send([0xF0, 0xF3, (byte)(milliseconds >> 24), (byte)(milliseconds >> 16), (byte)(milliseconds >> 8), (byte)milliseconds, 0, 0xFF, 0xFF]);
        else
            Say(string.Create(CultureInfo.InvariantCulture, $"TimeStamp: {milliseconds / 1000:000}s {milliseconds % 1000:000}ms, buff 00%"));
    }

    private void Acknowledge(string command) => Say($"{Prompt}ack {command}");

    private void Say(string line) => Send(Encoding.ASCII.GetBytes(line + "\r\n"));

    private static double Number(string text) => double.Parse(text.TrimEnd('m', 'k'), CultureInfo.InvariantCulture);

    // Four digits, the first not 0, and a power of ten.
    private static string Ascii(double joules)
    {
        if (joules <= 0)
            return "0000-00\r\n";
        int exponent = (int)Math.Floor(Math.Log10(joules)) - 3;
        double mantissa = Math.Round(joules * Math.Pow(10, -exponent));
        if (mantissa >= 10_000)
            (mantissa, exponent) = (1000, exponent + 1);
        return string.Create(CultureInfo.InvariantCulture, $"{mantissa:0000}{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}\r\n");
    }

    // Twelve bits and a power of sixteen, as small as fits; 15 is no exponent.
    private static byte[] Binary(double joules)
    {
        int exponent = 14;
        while (exponent > 0 && Math.ScaleB(joules, 4 * exponent) >= 4095.5)
            exponent--;
        int mantissa = Math.Min(4095, (int)Math.Round(Math.ScaleB(joules, 4 * exponent)));
        return [(byte)((exponent << 4) | (mantissa >> 8)), (byte)mantissa];
    }
}
