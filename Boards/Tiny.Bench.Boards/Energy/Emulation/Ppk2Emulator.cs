using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Tiny.Bench.Boards.Energy.Ppk2;
using Tiny.Bench.Boards.Links;

namespace Tiny.Bench.Boards.Energy.Emulation;

/// <summary>An emulated Power Profiler Kit II: the calibration, and 100,000 words a second with range, counter and inputs.</summary>
/// <remarks>
/// The pin is on every input at once, high at rest, and low for one sample at each pulse; of pulses that are told at once, each has its own, with a high
/// one between. The converter has noise of one step, as a
/// real one has: without it a steady current would keep its rounding error for ever.
/// </remarks>
public sealed class Ppk2Emulator : MeterEmulator
{
    // Not those of a ranges' nominal shunts, so that a host which does not read them is found out.
    private const string CalibrationText =
        "Calibrated: 1\nR0: 1003.3506\nR1: 101.5865\nR2: 10.3027\nR3: 0.9636\nR4: 0.0564\nGS0: 0.0000\nGS1: 112.7890\nGS2: 18.0115\nGS3: 2.4217\nGS4: 0.0729\n"
        + "GI0: 1.0000\nGI1: 0.9695\nGI2: 0.9609\nGI3: 0.9519\nGI4: 0.9582\nO0: 112.9420\nO1: 75.4627\nO2: 64.6020\nO3: 50.4983\nO4: 88.2057\nVDD: 3300\nHW: 9173\n"
        + "mode: 2\nS0: 0.000000048\nS1: 0.000000596\nS2: 0.000005281\nS3: 0.000062577\nS4: 0.002940743\nI0: -0.000000104\nI1: -0.000001443\nI2: 0.000036439\n"
        + "I3: -0.000374119\nI4: -0.009388455\nUG0: 1.00\nUG1: 1.00\nUG2: 1.00\nUG3: 1.00\nUG4: 1.00\nIA: 56\nID: EMULATED\n";

    private const double StepsPerAmpereOhm = 163840 / 1.8;

    // Where the meter changes to the next range, amperes.
    private static readonly double[] HighestCurrents = [50e-6, 500e-6, 5e-3, 60e-3];

    private readonly Ppk2Calibration _calibration;
    private readonly List<byte> _command = [];
    private double _volts = 3.3;
    private bool _powered;
    private int _counter;
    private int _pulses;
    private int _owedPulses;
    private bool _low;

    private Ppk2Emulator(ISerialPort port, IEmulatedLoad load, MeterEmulation emulation)
        : base(port, load, emulation) =>
        _calibration = Ppk2Calibration.TryParse(CalibrationText, out Ppk2Calibration calibration)
            ? calibration
            : throw new InvalidOperationException("The emulator's own calibration cannot be read.");

    private protected override int SampleBytes => sizeof(uint);

    /// <summary>Starts one at the meter's side of a port.</summary>
    public static Ppk2Emulator Start(ISerialPort port, IEmulatedLoad load, MeterEmulation emulation)
    {
        var emulator = new Ppk2Emulator(port, load, emulation);
        if (emulation.StartsStale)
            emulator.BeginSampling(Ppk2Monitor.SampleRate);
        emulator.Start();
        return emulator;
    }

    private protected override void Receive(ReadOnlySpan<byte> bytes)
    {
        foreach (byte letter in bytes)
        {
            _command.Add(letter);
            if (_command.Count == LengthOf(_command[0]))
            {
                Execute([.. _command]);
                _command.Clear();
            }
        }
    }

    private protected override void SendSample(long index, double amperes, int pulses)
    {
        _owedPulses += pulses - _pulses;
        _pulses = pulses;
        _low = !_low && _owedPulses > 0;
        if (_low)
            _owedPulses--;
        (int range, int reading) = Convert(_powered ? amperes : 0);
        Span<byte> word = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(word, Ppk2Word.Of(reading, range, _counter, (byte)(_low ? 0x00 : 0xFF)).Bits);
        _counter = (_counter + 1) & Ppk2Word.CounterMask;
        Send(word);
    }

    // It has no word for it: it switches off, and the converter stays at its end.
    private protected override void ReportOvercurrent()
    {
        Span<byte> word = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(word, Ppk2Word.Of(Ppk2Word.HighestReading, Ppk2Word.Ranges - 1, _counter, 0xFF).Bits);
        _counter = (_counter + 1) & Ppk2Word.CounterMask;
        Send(word);
        _powered = false;
    }

    private protected override void Skipped(int samples) => _counter = (_counter + samples) & Ppk2Word.CounterMask;

    private static int LengthOf(byte command) => command switch
    {
        Ppk2Command.RegulatorSet => 3,
        Ppk2Command.DeviceRunningSet or Ppk2Command.SetPowerMode => 2,
        _ => 1,
    };

    private void Execute(byte[] command)
    {
        switch (command)
        {
            case [Ppk2Command.AverageStart]:
                _pulses = _owedPulses = 0;
                _low = false;
                BeginSampling(Ppk2Monitor.SampleRate);
                break;
            case [Ppk2Command.AverageStop]:
                EndSampling();
                break;
            case [Ppk2Command.DeviceRunningSet, var on]:
                _powered = on != 0;
                break;
            case [Ppk2Command.RegulatorSet, var high, var low]:
                _volts = ((high << 8) | low) / 1000.0;
                break;
            case [Ppk2Command.GetMetadata]:
                Send(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{CalibrationText}END\n")));
                break;
        }
    }

    // The reading that the calibration makes this current of: the solution of the square in it.
    private (int Range, int Reading) Convert(double amperes)
    {
        int range = HighestCurrents.Count(highest => amperes > highest);
        double sought = (amperes / _calibration.Ug[range]) - (_calibration.S[range] * _volts) - _calibration.I[range];
        double root = Math.Sqrt(Math.Max(0, (_calibration.Gi[range] * _calibration.Gi[range]) + (4 * _calibration.Gs[range] * sought)));
        double plain = 2 * sought / (_calibration.Gi[range] + root);
        double steps = ((plain * _calibration.R[range] * StepsPerAmpereOhm) + _calibration.O[range]) / 4;
        return (range, (int)Math.Clamp(Math.Floor(steps + Chance.NextDouble()), 0, Ppk2Word.HighestReading));
    }
}
