namespace Tiny.Bench.Boards.Energy.Life;

/// <summary>Devices to begin with. A figure with a source says it; every other is an assumption, and its range says how good a one.</summary>
public static class LifePresets
{
    // mlcommons/tiny_results_v1.3, closed/STMicroelectronics, Median energy cost of each results.txt.
    private static readonly Estimate Keyword = Published(245.3412, "NUCLEO_U385RG_Q/kws");
    private static readonly Estimate Anomaly = Published(31.8347, "NUCLEO_U385RG_Q/ad");
    private static readonly Estimate Image = Published(965.5817, "NUCLEO_U385RG_Q/ic");
    private static readonly Estimate Person = Published(1372.1684, "NUCLEO_U575ZI_Q/vww");

    /// <summary>The presets.</summary>
    public static IReadOnlyList<LifeScenario> All { get; } =
    [
        new()
        {
            Id = "keyword-coin-cell",
            Title = "A keyword on a coin cell: voice activity twice a second, keyword spotting where there was a voice, Bluetooth for a hit",
            Battery = Battery.Find("cr2032")!,
            SleepMicroamperes = Estimate.Assumed(12, 1.5),
            WindowsPerDay = Estimate.Exactly(172_800, "two a second"),
            FirstStageMicrojoules = Estimate.Assumed(5, 2),
            EventsPerDay = Estimate.Assumed(50, 2),
            FalseAcceptRate = Estimate.Assumed(0.01, 3),
            SecondStageMicrojoules = Keyword,
            SecondFalseAcceptRate = Estimate.Assumed(0.01, 3),
            MessageMicrojoules = Estimate.Assumed(150, 2),
            RawBytes = Estimate.Exactly(16_000, "half a second of 16 bits at 16 kHz"),
            MicrojoulesPerByte = Estimate.Assumed(0.3, 2),
        },
        new()
        {
            Id = "predictive-maintenance",
            Title = "A machine that is listened to every minute, anomaly detection where a threshold is passed, LoRaWAN for an alarm",
            Battery = Battery.Find("er14505")!,
            SleepMicroamperes = Estimate.Assumed(4, 2),
            WindowsPerDay = Estimate.Exactly(1440, "one a minute"),
            FirstStageMicrojoules = Estimate.Assumed(3000, 2),
            EventsPerDay = Estimate.Assumed(0.1, 3),
            FalseAcceptRate = Estimate.Assumed(0.05, 2),
            SecondStageMicrojoules = Anomaly,
            SecondFalseAcceptRate = Estimate.Assumed(0.02, 3),
            MessageMicrojoules = LoRaWan,
            RawBytes = Estimate.Exactly(32_000, "a second of 16 bits at 16 kHz"),
            MicrojoulesPerByte = LoRaWanByte,
        },
        new()
        {
            Id = "camera-lorawan",
            Title = "A wildlife or crop camera: a picture at each move, person or animal first, the kind second, LoRaWAN for a find",
            Battery = Battery.Find("aa-lithium-2")!,
            SleepMicroamperes = Estimate.Assumed(15, 1.5),
            WindowsPerDay = Estimate.Assumed(200, 2),
            FirstStageMicrojoules = Person with { Value = 10_000 + Person.Value, Low = 5_000 + Person.Low, High = 20_000 + Person.High, Source = $"assumption for the picture, 10 mJ; {Person.Source}" },
            EventsPerDay = Estimate.Assumed(15, 2),
            FalseAcceptRate = Estimate.Assumed(0.1, 2),
            SecondStageMicrojoules = Image,
            SecondFalseAcceptRate = Estimate.Assumed(0.1, 2),
            MessageMicrojoules = LoRaWan,
            RawBytes = Estimate.Exactly(9216, "96 x 96 pixels of 8 bits"),
            MicrojoulesPerByte = LoRaWanByte,
        },
        new()
        {
            Id = "wearable-gesture",
            Title = "A wearable for gestures and health: motion once a second, a gesture model where there was motion, Bluetooth for a gesture",
            Battery = Battery.Find("lipo-100")!,
            SleepMicroamperes = Estimate.Assumed(25, 1.5),
            WindowsPerDay = Estimate.Exactly(86_400, "one a second"),
            FirstStageMicrojoules = Estimate.Assumed(8, 2),
            EventsPerDay = Estimate.Assumed(300, 2),
            FalseAcceptRate = Estimate.Assumed(0.05, 2),
            SecondStageMicrojoules = Estimate.Assumed(100, 3),
            SecondFalseAcceptRate = Estimate.Assumed(0.02, 2),
            MessageMicrojoules = Estimate.Assumed(150, 2),
            RawBytes = Estimate.Exactly(600, "a second of 3 axes of 16 bits at 100 Hz"),
            MicrojoulesPerByte = Estimate.Assumed(0.3, 2),
        },
    ];

    /// <summary>The preset of an id; null when there is none.</summary>
    public static LifeScenario? Find(string id) => All.FirstOrDefault(preset => string.Equals(preset.Id, id, StringComparison.OrdinalIgnoreCase));

    // 20 bytes at SF10 take 0.37 s on air; 44 mA at 3.3 V and both receive windows.
    private static Estimate LoRaWan => new(65_000, 30_000, 250_000, "assumption: SF10 with 20 bytes; SF7 to SF12 are the ends");

    private static Estimate LoRaWanByte => new(1_500, 300, 10_000, "assumption: SF10 in packets of 51 bytes; the duty cycle would forbid most of it");

    // One board of one run; another is up to a factor of two off.
    private static Estimate Published(double microjoules, string run) =>
        new(microjoules, microjoules / 2, microjoules * 2, $"published: MLPerf Tiny v1.3, STMicroelectronics {run}; another board may take half or double");
}
