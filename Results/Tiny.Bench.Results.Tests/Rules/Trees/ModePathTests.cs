namespace Tiny.Bench.Results.Rules.Trees;

/// <summary>Layouts as they were published.</summary>
public class ModePathTests
{
    [Theory]
    [InlineData("v1.2/closed/Renesas/results/EK-RA8D1/ad/performance", "closed", "Renesas", "EK-RA8D1", "ad", "", "performance")]
    [InlineData("closed/OctoML/results/microtvm_cmsis_nn/NUCLEO_L4R5ZI/ic/accuracy", "closed", "OctoML", "microtvm_cmsis_nn/NUCLEO_L4R5ZI", "ic", "", "accuracy")]
    [InlineData("open/hls4ml-finn/results/pynq-z2/ic/RN07/power", "open", "hls4ml-finn", "pynq-z2", "ic", "RN07", "energy")]
    [InlineData("closed/GreenWaves/results/gap9/anomaly_detection/energy", "closed", "GreenWaves", "gap9", "anomaly_detection", "", "energy")]
    [InlineData("closed/Acme/results/board (rev 2)/keywords/accuracy", "closed", "Acme", "board (rev 2)", "keywords", "", "accuracy")]
    [InlineData("v0.7/open_hls4ml-finn/pynq-z2/ic/RN07/power", "open", "hls4ml-finn", "pynq-z2", "ic", "RN07", "energy")]
    [InlineData("v1.3/kai_jiang/K1_BOARD_V1.0/ad/performance", "closed", "kai_jiang", "K1_BOARD_V1.0", "ad", "", "performance")]
    public void Takes_a_published_path_apart(string path, string division, string submitter, string system, string task, string variant, string mode)
    {
        ModePath found = ModePath.Of(path)!;
        Assert.Equal((division, submitter, system, task, variant, mode), (found.Division, found.Submitter, found.System, found.Task, found.Variant, found.Mode));
    }

    [Theory]
    [InlineData("closed/Acme/results/board/kws")]
    [InlineData("results/accuracy")]
    [InlineData("accuracy")]
    [InlineData("")]
    public void Another_path_is_no_mode(string path) => Assert.Null(ModePath.Of(path));
}
