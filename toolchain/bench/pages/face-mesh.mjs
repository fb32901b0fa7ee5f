/**
 * @mediapipe/face_mesh as a page would use it for one portrait at a time: 478 points, irises included. From the second photo
 * on it tracks instead of detecting, which spares it a network; forgetting the face (`reset`) would build it all anew, 2 s.
 */

const mesh = new FaceMesh({ locateFile: (name) => `/face-mesh/${name}` });
mesh.setOptions({ maxNumFaces: 1, refineLandmarks: true }); // with a confidence as well this version aborts
const ready = mesh.initialize();

mesh.onResults(({ multiFaceLandmarks }) => {
  if (multiFaceLandmarks[0]?.length !== 478) throw new Error("face_mesh found no whole face");
  performance.mark("pixid:landmarks");
  performance.mark("pixid:verdict");
});

bench.put = async (file) => {
  const picture = new Image();
  picture.src = URL.createObjectURL(file);
  await Promise.all([picture.decode(), ready]);
  await mesh.send({ image: picture });
  URL.revokeObjectURL(picture.src);
};
