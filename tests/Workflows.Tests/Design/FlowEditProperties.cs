using FsCheck;
using FsCheck.Fluent;
using Workflows.Definitions;
using Workflows.Design;
using Workflows.Design.Layout;

namespace Workflows.Tests.Design;

/// <summary>What holds for the drawing and its layout after any sequence of edits.</summary>
public class FlowEditProperties
{
    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(150);

    [Fact]
    public void The_drawing_stays_whole_loadable_and_the_same_when_undone() => Prop.ForAll(RandomEdits.Sequences, edits =>
    {
        var history = EditHistory<WorkflowDefinition>.Of(Scratch.Empty);
        foreach (var edit in edits)
        {
            var before = Scratch.Text(history.Present);
            if (RandomEdits.Make(history.Present, edit) is not Edited edited || edited.Definition.Activities.Count > 80)
            {
                continue;
            }

            history = history.Do(edited.Definition);
            var text = Scratch.Text(history.Present);
            Assert.Empty(FlowCheck.Run(history.Present));
            Assert.Equal(text, Scratch.Text(Scratch.Read(text)));
            Assert.Equal(before, Scratch.Text(history.Undo().Present));
            Assert.Equal(text, Scratch.Text(history.Undo().Redo().Present));
        }
    }).Check(Config);

    [Fact]
    public void Boxes_stand_apart_and_no_line_crosses_one() => Prop.ForAll(RandomEdits.Sequences, edits =>
    {
        var definition = Scratch.Empty;
        foreach (var edit in edits)
        {
            if (RandomEdits.Make(definition, edit) is Edited edited && edited.Definition.Activities.Count <= 80)
            {
                definition = edited.Definition;
            }
        }

        Look.At(FlowLayout.Arrange(definition), definition);
        Look.At(FlowLayout.Arrange(definition, FlowLayout.Branches(definition).Keys.ToHashSet()), definition, isFolded: true);
    }).Check(Config);
}
