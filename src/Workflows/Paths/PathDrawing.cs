namespace Workflows.Paths;

/// <summary>A path placed on a grid for a horizontal drawing. The drawing of lines and boxes is left to the page.</summary>
/// <param name="Columns">Number of columns, from 0 at the left.</param>
/// <param name="Lanes">Number of lanes, from 0 at the top; the main line runs in lane 0.</param>
public sealed record PathDrawing(int Columns, int Lanes, IReadOnlyList<PathNode> Nodes, IReadOnlyList<PathLine> Lines);

/// <summary>One box: a step, or one signer of a step that all its signers sign at once.</summary>
/// <param name="Key">Unique in the drawing: the activity id, with <c>/1</c>, <c>/2</c> … for signers drawn apart.</param>
/// <param name="Signer">The signer drawn here; null when the box stands for the whole step.</param>
public sealed record PathNode(string Key, PathStep Step, PathSigner? Signer, int Column, int Lane);

/// <summary>One line between two boxes, by their keys.</summary>
public sealed record PathLine(string From, string To, PathEdge Edge);
